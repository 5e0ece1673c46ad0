public enum InvertedIndexSkeleton {}
