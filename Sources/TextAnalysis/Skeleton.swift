public enum TextAnalysisSkeleton {}
