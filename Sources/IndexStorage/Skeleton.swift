public enum IndexStorageSkeleton {}
