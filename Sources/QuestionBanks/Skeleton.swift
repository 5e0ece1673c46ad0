public enum QuestionBanksSkeleton {}
