// What an embedder meets in this module's interface comes with it.
@_exported import Evaluation
@_exported import IndexStorage
@_exported import InvertedIndex
@_exported import NearDuplicates
@_exported import QuestionBanks
@_exported import TextAnalysis
