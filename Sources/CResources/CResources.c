#include "CResources.h"

// One array a file: a new bank is an array here and a line in the table below.

static const unsigned char algorithms_and_data_structures[] = {
#embed "../../Index/banks/algorithms-and-data-structures.md"
};

static const unsigned char classical_machine_learning[] = {
#embed "../../Index/banks/classical-machine-learning.md"
};

static const unsigned char databases_and_sql[] = {
#embed "../../Index/banks/databases-and-sql.md"
};

static const unsigned char deep_learning[] = {
#embed "../../Index/banks/deep-learning.md"
};

static const unsigned char distributed_systems_and_cloud[] = {
#embed "../../Index/banks/distributed-systems-and-cloud.md"
};

static const unsigned char linear_algebra_and_optimization[] = {
#embed "../../Index/banks/linear-algebra-and-optimization.md"
};

static const unsigned char machine_learning_basics[] = {
#embed "../../Index/banks/machine-learning-basics.md"
};

static const unsigned char mock_interview[] = {
#embed "../../Index/banks/mock-interview.md"
};

static const unsigned char natural_language_processing[] = {
#embed "../../Index/banks/natural-language-processing.md"
};

static const unsigned char operating_systems_and_networks[] = {
#embed "../../Index/banks/operating-systems-and-networks.md"
};

static const unsigned char reinforcement_learning[] = {
#embed "../../Index/banks/reinforcement-learning.md"
};

static const unsigned char search_and_information_retrieval[] = {
#embed "../../Index/banks/search-and-information-retrieval.md"
};

static const unsigned char software_engineering[] = {
#embed "../../Index/banks/software-engineering.md"
};

static const unsigned char statistics_and_experiments[] = {
#embed "../../Index/banks/statistics-and-experiments.md"
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
    {"algorithms-and-data-structures", algorithms_and_data_structures,
     sizeof algorithms_and_data_structures},
    {"classical-machine-learning", classical_machine_learning, sizeof classical_machine_learning},
    {"databases-and-sql", databases_and_sql, sizeof databases_and_sql},
    {"deep-learning", deep_learning, sizeof deep_learning},
    {"distributed-systems-and-cloud", distributed_systems_and_cloud,
     sizeof distributed_systems_and_cloud},
    {"linear-algebra-and-optimization", linear_algebra_and_optimization,
     sizeof linear_algebra_and_optimization},
    {"machine-learning-basics", machine_learning_basics, sizeof machine_learning_basics},
    {"mock-interview", mock_interview, sizeof mock_interview},
    {"natural-language-processing", natural_language_processing,
     sizeof natural_language_processing},
    {"operating-systems-and-networks", operating_systems_and_networks,
     sizeof operating_systems_and_networks},
    {"reinforcement-learning", reinforcement_learning, sizeof reinforcement_learning},
    {"search-and-information-retrieval", search_and_information_retrieval,
     sizeof search_and_information_retrieval},
    {"software-engineering", software_engineering, sizeof software_engineering},
    {"statistics-and-experiments", statistics_and_experiments, sizeof statistics_and_experiments},
    {"statistics-and-python", statistics_and_python, sizeof statistics_and_python},
    {"systems-and-data", systems_and_data, sizeof systems_and_data},
    {"transformers-and-llms", transformers_and_llms, sizeof transformers_and_llms},
};

int qs_bank_count(void) { return (int)(sizeof banks / sizeof banks[0]); }

qs_bank_resource qs_bank(int number) { return banks[number]; }
