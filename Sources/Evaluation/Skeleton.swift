public enum EvaluationSkeleton {}
