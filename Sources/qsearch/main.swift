import QuestionSearch
import CResources
print(try skeleton(), qs_bank_length)
