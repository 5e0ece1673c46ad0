extern const unsigned char qs_bank[]; extern const unsigned long qs_bank_length;
