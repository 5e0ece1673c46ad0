import QuestionSearch
print("bench", try skeleton())
