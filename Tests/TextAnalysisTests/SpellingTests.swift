import Testing
import TextAnalysis

@Suite struct SpellingTests {
  @Test(arguments: [
    ("colours", "color"), ("behavioural", "behavioral"), ("favourite", "favorite"),
    ("neighbourhood", "neighborhood"), ("normalise", "normalize"), ("optimisers", "optimizer"),
    ("tokenisation", "tokenization"), ("regularising", "regularizing"), ("analyse", "analyze"),
    ("paralysed", "paralyzed"), ("centre", "center"), ("centred", "centered"),
    ("kilometres", "kilometer"), ("fibre", "fiber"), ("catalogue", "catalog"),
    ("cataloguing", "cataloging"), ("modelling", "modeling"), ("labelled", "labeled"),
    ("fuelled", "fueled"), ("counsellor", "counselor"), ("anaemia", "anemia"),
    ("oestrogen", "estrogen"), ("foetus", "fetus"), ("palaeontology", "paleontology"),
    ("defence", "defense"), ("licence", "license"), ("judgement", "judgment"), ("grey", "gray"),
    ("programme", "program"), ("practise", "practice"), ("skilful", "skillful"),
    ("artefact", "artifact"), ("sceptical", "skeptical"), ("learnt", "learned"),
    ("manoeuvre", "maneuver"), ("ageing", "aging"),
  ])
  func britishAndAmericanMeet(_ british: String, _ american: String) {
    #expect(Analyzer.english.terms(of: british) == Analyzer.english.terms(of: american))
  }

  /// Words that the rules must leave as the stemmer alone makes them.
  @Test(arguments: [
    "four", "hours", "contour", "detour", "devour", "journal", "resource", "tournament", "source",
    "encourage", "promise", "precise", "exercise", "advertise", "surprise", "raised", "noise",
    "otherwise", "revise", "wise", "expertise", "premises", "acre", "string", "hundred", "hatred",
    "genre", "prologue", "vogue", "daemon", "michael", "aerial", "larvae", "poem", "coefficient",
    "coexist", "goes", "controlled", "installed", "called", "fence", "silence", "hypotheses",
    "crises", "paralysis", "league",
  ])
  func otherWordsAreLeftAlone(_ word: String) {
    #expect(Analyzer.english.terms(of: word) == [SnowballEnglish.stem(word)])
  }
}
