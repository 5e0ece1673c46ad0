#include "CResources.h"
const unsigned char qs_bank[] = {
#embed "../../Index/banks/x.md"
};
const unsigned long qs_bank_length = sizeof qs_bank;
