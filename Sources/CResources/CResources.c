#include "CResources.h"

// One array a file: a new bank is an array here and a line in the table below.

static const unsigned char machine_learning_basics[] = {
#embed "../../Index/banks/machine-learning-basics.md"
};

static const unsigned char mock_interview[] = {
#embed "../../Index/banks/mock-interview.md"
};

static const unsigned char statistics_and_python[] = {
#embed "../../Index/banks/statistics-and-python.md"
};

static const unsigned char systems_and_data[] = {
#embed "../../Index/banks/systems-and-data.md"
};

static const unsigned char transformers_and_llms[] = {
#embed "../../Index/banks/transformers-and-llms.md"
};

static const qs_bank_resource banks[] = {
    {"machine-learning-basics", machine_learning_basics, sizeof machine_learning_basics},
    {"mock-interview", mock_interview, sizeof mock_interview},
    {"statistics-and-python", statistics_and_python, sizeof statistics_and_python},
    {"systems-and-data", systems_and_data, sizeof systems_and_data},
    {"transformers-and-llms", transformers_and_llms, sizeof transformers_and_llms},
};

int qs_bank_count(void) { return (int)(sizeof banks / sizeof banks[0]); }

qs_bank_resource qs_bank(int number) { return banks[number]; }
