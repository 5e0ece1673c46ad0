// Made by Scripts/generate_lexicon.py from Scripts/lexicon. Change those.
/// The word lists by which questions are compared.
enum LexiconText {
  static let aspects: StaticString = """
    definition: ^ what is; ^ what are; ^ what was; ^ what were; what exactly is; what exactly are; ^ define; definition of; definition; ^ explain; explain what; explain briefly; explanation of; ^ describe; description of; describe what; ^ what do you mean by; ^ what do you understand by; what do you know about; what is meant by; what is the meaning of; meaning of; ^ what does * mean; ^ what do * mean; ^ what does * stand for; tell me about; tell us about; talk about; ^ discuss; elaborate on; give an overview of; give a brief overview of; overview of; overview; concept of; the concept of; notion of; idea of; idea behind; the idea behind; basics of; introduction to; in your own words; in simple terms; in plain english; in a few words; in one sentence; briefly; in short; walk me through; walk through; give a description of; ^ outline; what does the term * mean; the term; what do we call; what is * called; which term describes; ^ summarize; can you; could you; please; would you; shortly; in detail; ^ state; what can you say about; what is known as; are you familiar with; have you heard of; what you know about; i would like to know; ^ introduce; ^ sketch; to a beginner; to a layman
    working: how does * work; how do * work; how does * function; how does * operate; how is * done; how is * performed; works internally; inner workings; the workings of; mechanism behind; mechanism of; under the hood; behind the scenes; how it works; how they work; works
    purpose: purpose of; the purpose; what is * used for; what are * used for; what is * good for; what is * for; what purpose; used for; point of; the point of; goal of; aim of; objective of; role of; what role; role does * play; play in; plays in; use of; uses of; usage of; why use; why do we use; why would you use; why is * used; why are * used; why do we need; why is * needed; why need; need for; the need for; why is * important; importance of; significance of; why does * matter; motivation for; motivation behind; what does * do; what do * do; function of; job of; what is the use; what is the role; why should; why do we; why do you; why would you; why do people; what need; serve
    reason: ^ why; why; reason for; reasons for; the reason; reason why; reasons why; what is the reason; cause of; causes of; what causes; what cause; how come; what leads to; what makes; due to what; because of what; for what reason; rationale for; rationale behind; responsible for; what explains
    method: how do you; how would you; how can you; how can we; how could you; how should you; how do we; how do i; how would one; how does one; how can one; how to; how can; how should; how is; how are; ways to; way to; ways of; way of; what are some ways; techniques for; techniques to; technique for; technique to; methods for; methods to; method for; method to; approaches to; approach to; strategies for; strategies to; strategy for; strategy to; steps to; steps for; what steps; which steps; what can you do; what would you do; what do you do; what can be done; what could you do; procedure for; what is your approach; by what means; what options; options for; tips for; how; what techniques; which techniques; what methods; which methods; what strategies; what measures; which measures; possible to
    difference: difference between; differences between; the difference; difference; differences; differ; differs; how does * differ from; how do * differ; distinguish; distinguish between; differentiate; differentiate between; distinction between; distinctions between; ^ compare; ^ compare and contrast; comparison of; comparison between; comparing; ^ contrast; versus; vs; what sets * apart; what separates; differ from; different from; as opposed to; how is * different; in comparison with; compared to; compared with
    advantage: advantage of; advantages of; advantages; advantage; benefit of; benefits of; benefits; benefit; pros of; pros; strengths of; strengths; upsides of; upside of; merits of; what is good about; what are the good
    disadvantage: disadvantage of; disadvantages of; disadvantages; disadvantage; drawback of; drawbacks of; drawbacks; drawback; cons of; cons; weaknesses of; downsides of; downside of; downside; limitation of; limitations of; shortcomings of; pitfalls of; problems with; problem with; issues with; issue with; what is wrong with; what is bad about; what are the problems; risks of; dangers of
    occasion: when should; when would; when do you; when do we; when is; when are; when to; when to use; when can; in which situations; in what situations; in which cases; in what cases; under what circumstances; under which circumstances; under what conditions; under which conditions; in which scenarios; in what scenario; for which; situations where; situation where; cases where; scenarios where; use case for; use cases for; use cases; use case; when does; when do
    example: example of; examples of; give an example; give examples; give some examples; an example; some examples; for example; name some; name a few; name the; ^ list; list some; list the; types of; type of; kinds of; kind of; different types of; different kinds of; categories of; forms of; what types; what kinds; which types; which kinds; applications of; application of; what are some; what are the main; ^ mention; mention some; ^ enumerate; variants of; common
    number: how many; number of; how much; how often; how long; how large; how big; how far; how fast; how old; how high; how deep; how tall
    complexity: complexity of; complexity; big o; running time; run time of; runtime of; computational cost; how expensive is; asymptotic
    person: who; whom; whose; which person; what person; name of the person; which scientist; which author; which president; which king
    place: where; which country; what country; which city; what city; in which country; in what country; in which city; which continent; which state; on which continent; location of
    time: when was; when were; when did; which year; what year; in which year; in what year; what date; on what date; which century; in which century
    assessment: how would you evaluate; how do you evaluate; how is * evaluated; how to evaluate; ^ evaluate; evaluation of; how do you measure; how is * measured; ^ measure; ^ assess; metric for; metrics for; which metrics; what metrics
    detection: how do you detect; how can you detect; ^ detect; detection of; ^ recognize; ^ spot; ^ diagnose; how do you know; how can you tell; how do you tell; how would you know; signs of; symptoms of; sign of; symptom of; indicate
    prevention: prevent; avoid; prevention of; ^ fix; ^ solve; remedy; mitigate; ^ cure; treatment of; treatment for; ^ treat
    implementation: ^ implement; implementation of; write a function; write a program; write code; write a query; code for; ^ write; ^ build; in code; pseudocode
    computation: ^ calculate; ^ compute; ^ derive; derivation of; formula for; the formula; ^ prove; proof of; proof; calculation of; computed; calculated; equation for
    effect: what happens; what will happen; what would happen; what happens if; what happens when; effect of; effects of; impact of; impacts of; consequence of; consequences of; result of; what effect; what impact; how does * affect; how do * affect; affect; influence; influence of
    assumption: assumption of; assumptions of; assumptions; assumption; prerequisites for; requirements for; conditions for; properties of; characteristics of; features of; components of; parts of; structure of; architecture of
    choice: which is better; is better; how do you choose; how would you choose; how to choose; how do you decide; how do you select; choose between; choose; which one; prefer; preferred; rather than; instead of; when choose
    opinion: do you think; in your opinion; what do you think; your opinion; your experience; tell me about a time; describe a time; describe a situation; have you ever; give me an example of a time; a time when
    """
  static let fields: StaticString = """
    machine learning statistics statistical programming software engineering mathematics math computer
    science data deep general practice context ml ai nlp
    """
  static let general: StaticString = """
    thing something anything way case term sort kind type certain given particular specific general
    generally usually typically commonly often sometimes always really actually exactly basically simply
    just also well much many more most some any several various different other another each every
    common typical popular main major important key basic simple good
    you your we our us i my me they their them he she his her it its one
    would should could can may might must shall will do does did doing done have has had having be is
    are was were been being get got make makes made take takes give gives go goes let
    use used using work working want need like know say see look come keep
    question answer explain describe define discuss tell talk mention following briefly detail
    problem task concept idea term
    technique method approach strategy way step
    context situation scenario setting practice
    example
    system model data process
    part whole
    possible
    commonly
    when
    part_of
    between among of in on at by for with from to into onto upon about against as than via per through
    during within without the a an and or but if then so because while whether that this these those
    there here what which who whom whose why how where not no nor
    during along across toward
    such own same only very too
    really
    eg ie etc
    """
  static let opposites: StaticString = """
    increase rise grow raise gain more higher | decrease fall shrink reduce lower drop loss less lower
    high higher highest | low lower lowest
    big large larger largest greater greatest | small smaller smallest little less
    long longer longest | short shorter shortest
    many more most maximum max maximize | few fewer least minimum min minimize
    advantage benefit pro strength upside merit | disadvantage drawback con weakness downside limitation
    good better best | bad worse worst
    true correct right valid | false incorrect wrong invalid
    positive | negative
    first earliest oldest | last latest newest
    begin start beginning | end finish stop
    before prior | after
    early | late
    old | new young
    fast quick | slow
    hot warm | cold cool
    wet | dry
    light | heavy dark
    strong | weak
    hard difficult | easy simple
    open | close closed
    inside internal inner within | outside external outer
    input | output
    time | space
    once | twice
    on | off
    user | item
    mean | median
    simple | compound
    up upper | down lower
    top | bottom
    left | right
    front forward | back backward
    north northern | south southern
    east eastern | west western
    push | pull
    send | receive
    read | write
    get | set
    add insert | remove delete subtract
    plus | minus
    multiply | divide
    create build | destroy
    open | shut
    enable | disable
    allow permit | deny forbid block prevent
    accept | reject
    include | exclude
    attach | detach
    connect | disconnect
    load | unload
    lock | unlock
    pack | unpack
    compress | decompress
    encode | decode
    encoder | decoder
    encrypt | decrypt
    serialize | deserialize
    export | import
    upload | download
    upstream | downstream
    uplink | downlink
    precision | recall
    sensitivity | specificity
    bias | variance
    overfitting overfit | underfitting underfit
    supervised | unsupervised
    parametric | nonparametric
    linear | nonlinear
    discrete | continuous
    local | global
    public | private
    static | dynamic
    mutable | immutable
    synchronous sync | asynchronous async
    stateful | stateless
    stable | unstable
    balanced | imbalanced unbalanced
    symmetric | asymmetric
    directed | undirected
    blocking | nonblocking
    shallow | deep
    sparse | dense
    online | offline
    batch | stream streaming online
    train training | test testing validation inference
    horizontal horizontally | vertical vertically
    row | column
    parent | child
    ancestor | descendant
    client | server
    frontend | backend
    host | guest
    master leader primary | slave follower replica secondary
    producer | consumer
    publisher publish | subscriber subscribe
    source | target destination sink
    sender | receiver
    compile compiled | interpret interpreted
    abstract | concrete
    general | special specific
    single one | multiple multi several
    absolute | relative
    relational | nonrelational
    normalize normalization | denormalize denormalization
    ascending | descending
    forward | reverse backward
    even | odd
    prime | composite
    numerator | denominator
    sum | difference product
    union | intersection
    convex | concave
    integral integrate integration | derivative differentiate differentiation
    acid | base
    oxidation oxidize | reduction reduce
    exothermic | endothermic
    cathode | anode
    reactant | product
    proton | electron neutron
    metal | nonmetal
    conductor | insulator
    artery arterial | vein venous
    systolic | diastolic
    inhale inspiration | exhale expiration
    hyper | hypo
    hypertension | hypotension
    hyperglycemia | hypoglycemia
    hyperthyroidism | hypothyroidism
    hyperkalemia | hypokalemia
    bradycardia | tachycardia
    acute | chronic
    benign | malignant
    dominant | recessive
    male | female
    man | woman
    king | queen
    mother | father
    son | daughter
    brother | sister
    prokaryote prokaryotic | eukaryote eukaryotic
    mitosis | meiosis
    transcription | translation
    plant | animal
    predator | prey
    aerobic | anaerobic
    vertebrate | invertebrate
    herbivore | carnivore
    predict | explain
    buy purchase bid | sell ask
    export | import
    credit | debit
    asset | liability
    income revenue profit | expense cost loss
    supply | demand
    inflation | deflation
    bull | bear
    borrow | lend
    fixed | variable floating
    gross | net
    long | short
    deposit | withdraw withdrawal
    hire | fire
    win victory | lose defeat
    success succeed | failure fail
    same similar equal | different
    always | never
    all every | none
    with | without
    minimum | maximum
    absence absent | presence present
    major | minor
    majority | minority
    convergence converge | divergence diverge
    explicit | implicit
    direct | indirect
    active | passive
    manual | automatic automated
    temporary | permanent
    optional | required mandatory
    ingress | egress
    inbound incoming | outbound outgoing
    inductive | deductive
    qualitative | quantitative
    independent | dependent
    physical | virtual logical
    optimistic | pessimistic
    eager | lazy
    preemptive | cooperative
    """
  static let synonyms: StaticString = """
    use utilize employ apply application usage leverage
    build construct make create develop produce generate
    design architect
    choose select pick decide determine selection choice
    find locate discover search seek
    get obtain acquire retrieve fetch receive
    show display present illustrate demonstrate
    check verify test validate ensure examine inspect
    detect identify recognize spot notice discover diagnose tell_whether find_out see
    prevent avoid stop guard_against protect_against
    fix solve resolve repair correct remedy address
    handle deal_with cope_with manage treat tackle address work_with take_care_of
    reduce decrease lower lessen shrink cut diminish minimize drop mitigate combat fight
    increase raise grow boost enlarge rise enhance go_up
    improve enhance better optimize boost increase
    speed accelerate faster quick fast performance quickly
    slow slower slowly sluggish
    big large huge massive great
    small tiny little
    important crucial essential significant key vital critical matter necessary importance
    main primary principal major chief key most_important
    common usual typical popular frequent general typically usually commonly often
    different various several multiple distinct
    same equal identical alike equivalent
    problem issue challenge difficulty trouble
    error mistake fault bug failure
    fail failure break crash
    happen occur take_place go_on
    cause lead_to result_in produce induce trigger bring_about
    affect influence impact effect
    mean signify denote stand_for represent imply indicate
    consist comprise contain include made_up_of composed_of
    component part element piece constituent building_block
    step stage phase
    process procedure workflow pipeline
    method technique approach way strategy means
    algorithm method procedure
    type kind sort category variety form
    example instance sample illustration
    feature variable attribute predictor input column characteristic
    characteristic property feature trait quality
    label target output response outcome
    observation sample example instance row record data_point
    missing null absent incomplete nan empty
    dataset data_set data corpus data_sample
    train training learn fit
    predict forecast estimate prediction
    estimate approximate approximation
    compute calculate work_out evaluate determine find figure_out calculation computation
    evaluate assess measure judge gauge quantify evaluation
    metric measure score
    compare contrast comparison
    difference distinction differ distinguish differentiate
    relation relationship connection link association correlation relate
    depend rely
    need require must necessary requirement
    want wish desire
    allow enable permit let
    forbid prohibit disallow
    begin start commence
    end finish stop complete conclude terminate
    remove delete drop eliminate discard get_rid_of take_out erase strip
    add insert append include put
    change modify alter update adjust mutate edit
    replace substitute swap
    convert transform turn translate change cast
    combine merge join unite blend mix put_together
    split divide partition separate break_up
    copy duplicate clone replicate
    store save keep persist hold
    send transmit transfer pass deliver
    share distribute
    run execute launch start
    call invoke
    write implement code program implementation
    implement build realize
    deploy release ship roll_out put_into_production production
    monitor track observe watch
    debug troubleshoot diagnose investigate
    explain describe
    interpret understand explain
    know aware familiar
    learn study
    think believe opinion
    say state tell
    ask request query inquire
    answer reply respond response
    help assist aid support benefit
    work function operate
    job task work duty
    role function job part
    purpose goal aim objective point intention
    benefit advantage pro strength merit upside gain
    drawback disadvantage con weakness limitation downside shortcoming pitfall
    tradeoff trade_off balance compromise
    risk danger hazard threat
    safe secure protected
    security safety protection
    attack exploit breach
    password credential passphrase
    company firm organization business employer
    employee worker staff
    colleague coworker teammate team_member co-worker
    boss manager supervisor
    conflict disagreement dispute argument disagree
    project assignment
    deadline due_date
    person people human individual someone somebody
    child kid children
    man male
    woman female
    doctor physician
    illness disease sickness condition disorder
    medicine drug medication
    symptom sign indication
    heal cure treat
    money cash fund
    price cost expense fee charge
    cheap inexpensive low-cost affordable
    expensive costly
    buy purchase
    pay payment
    earn gain make
    salary wage pay compensation
    profit gain earning
    loss cost
    area region zone
    place location spot position site
    begin_with start_with
    large-scale scale big
    scale grow scalability
    quick rapid
    random stochastic randomly
    chance probability likelihood odds
    likely probable
    average mean
    variance spread variability
    normal gaussian bell_curve
    outlier anomaly extreme_value
    skewed imbalanced unbalanced uneven
    significant significance
    group cluster segment
    rank order sort ordering
    sort order arrange
    list enumerate name
    function method routine subroutine procedure
    parameter argument
    weight parameter coefficient
    constant fixed unchanging immutable
    changeable mutable modifiable
    loop iterate iteration repeat
    recursion recursive
    repeat again
    memory ram storage
    disk drive
    folder directory
    network net
    connection link
    concurrent parallel simultaneous concurrently at_the_same_time
    wait block
    database db data_store
    row record tuple
    web internet online
    page webpage web_page site website
    click press tap
    screen display
    picture image photo
    sound audio
    text document
    word term
    sentence phrase
    meaning semantics semantic sense
    similar alike comparable resemble close
    similarity closeness resemblance
    near close nearby adjacent
    far distant
    high tall
    hidden latent
    visible seen
    gradient derivative slope
    loss cost error objective
    converge convergence
    overfitting overfit memorize
    generalize generalization
    regularization regularize
    complex complicated complicate
    simple easy straightforward basic plain
    hard difficult tough challenging
    basic fundamental elementary
    modern current recent contemporary
    old legacy outdated
    new recent novel
    early beginning
    total overall whole entire sum
    count number amount quantity how_many
    maximum most largest highest max greatest
    minimum least smallest lowest min fewest
    limit bound constraint restriction restrict
    rule principle law
    reason cause why explanation
    result outcome consequence effect
    condition circumstance situation case scenario
    environment setting
    event incident
    experiment trial test study
    a_b_test split_test
    report document
    plan schedule
    goal target
    success succeed
    time duration
    today now currently nowadays
    before prior
    after following
    during while
    between among
    inside within
    without lacking absence
    instead alternative rather
    also too
    only just solely
    always every
    sometimes occasionally
    many numerous lot
    enough sufficient
    good well suitable appropriate right proper ideal
    bad poor wrong
    best optimal ideal
    correct right accurate true valid
    accurate precise
    wrong incorrect false invalid
    true real actual
    fake false
    close shut
    living alive organism
    eat consume
    die death
    born birth
    move motion movement
    heat warm
    liquid fluid
    shape form
    size dimension magnitude
    war conflict
    win victory
    lose defeat
    king ruler monarch
    leader head chief
    law legislation
    vote election
    found establish founded set_up
    invent invention create
    discover discovery
    author writer wrote written
    painter artist painted
    book novel
    situated located lie
    border neighbor
    mountain peak
    sea ocean
    currency money
    speak spoken
    population inhabitants
    known called named term name
    another other
    give provide supply offer
    put place set
    become turn_into
    remain stay
    consider think_of take_into_account
    expect anticipate
    assume suppose
    prove show demonstrate
    derive derivation
    formula equation expression
    path route
    visit traverse
    search lookup look_up
    contain hold include
    member element
    unique distinct
    duplicate repeated copy
    missing_value missing_data null
    clean preprocess prepare
    noise noisy
    fair fairness
    ethical ethics
    privacy private
    explainable interpretable explainability interpretability
    reliable dependable reliability
    available availability uptime
    consistent consistency
    fault failure
    tolerate tolerance withstand
    recover restore recovery
    version release
    undo revert roll_back
    requirement spec specification
    document documentation
    team group
    communicate communication
    motivate motivated drive
    experience background
    describe_yourself introduce_yourself tell_me_about_yourself
    hire recruit
    quit leave resign
    stress pressure
    prioritize priority
    rare uncommon infrequent
    dimensionality dimension
    compress compression
    encode encoding
    represent representation
    tokenize tokenization
    summarize summary
    translate translation
    classify classification categorize
    cluster clustering
    recommend recommendation
    rank ranking
    personal personalized
    cold_start new_user
    freshness fresh
    stale outdated
    drift shift
    latency delay response_time
    traffic load
    balance distribute
    throttle rate_limit
    monolith monolithic
    orchestrate orchestration
    automate automatic automatically
    manual manually by_hand
    log logging
    alert notify notification
    authenticate authentication log_in login sign_in
    authorize authorization permission
    encrypt encryption
    km kilometer
    kg kilogram
    cm centimeter
    h hr hour
    min minute
    sec second
    ml machine_learning
    ai artificial_intelligence
    js javascript
    k8s kubernetes
    db database
    ui user_interface
    http hypertext_transfer_protocol
    linear_regression ols ordinary_least_squares
    logit logistic
    decision_tree cart
    temperature heat heating hot
    rate speed fast activity pace
    before prior first beforehand
    imply cause mean entail
    dna deoxyribonucleic_acid
    shape form structure look_like
    irregular odd oddly uneven
    crude_oil petroleum
    sunlight sun light
    offspring descendant children young
    survive survival live
    species organism creature
    evolve evolution
    infection infect infectious contagious
    germ pathogen microbe bacteria
    vaccine vaccination jab immunization
    immunity immune protect
    blood bloodstream
    breathe respiration breathing
    stomach abdomen
    baby infant newborn
    pregnant pregnancy expectant
    elderly old aged
    hurt pain ache
    injury wound trauma
    bleed bleeding hemorrhage
    breathing breath
    heart cardiac
    kidney renal
    liver hepatic
    high_blood_pressure hypertension
    low_blood_pressure hypotension
    heart_attack myocardial_infarction
    sugar glucose
    salt sodium
    dissolve solution soluble solubility
    melt melting
    boil boiling
    freeze freezing
    burn combustion combust
    rust corrosion corrode oxidation
    react reaction
    bond bonding
    atom atomic
    mix mixture
    float buoyancy buoyant
    fall drop descend
    rise climb ascend go_up
    turn rotate rotation spin
    circle circular
    straight linear
    curve curved
    bend refract refraction
    reflect reflection bounce
    bright brightness luminous
    loud loudness volume
    pitch frequency
    wave oscillation vibration vibrate
    electric electrical electricity
    magnet magnetic magnetism
    space universe cosmos
    earth world globe
    ocean sea
    rain rainfall precipitation
    climate weather
    forest wood
    coast shore
    earthquake quake seismic
    volcano volcanic
    treaty agreement pact accord
    revolt rebellion uprising revolution
    soldier troop
    battle fight combat
    conquer conquest invade invasion occupy
    colony colonial colonize
    slave slavery enslaved
    independence independent freedom liberty
    president head_of_state
    prime_minister premier
    parliament legislature
    court judge judicial judiciary
    tax taxation
    trade commerce
    price cost
    unemployment jobless
    inflation price_rise
    debt owe liability
    invest investment
    share stock equity
    income earning revenue
    poor poverty
    rich wealthy wealth
    religion religious faith
    language tongue
    university college
    student pupil learner
    teacher instructor lecturer professor
    exam test examination
    class lesson course
    grade mark score
    enroll register sign_up join registration
    cancel terminate end unsubscribe
    refund reimburse money_back return
    deliver ship delivery shipping
    order purchase
    account profile
    reset recover forgot forgotten
    contact reach get_in_touch
    open opening_hours hours
    fee charge cost
    submit hand_in turn_in send
    deadline due
    extend extension prolong
    apply application applicant
    eligible qualify entitled
    document paper paperwork
    download get
    install set_up setup installation
    configure configuration set_up
    enable activate turn_on switch_on
    disable deactivate turn_off switch_off
    start boot launch begin
    restart reboot
    crash freeze hang
    slow lag laggy
    update upgrade
    undo revert
    hide conceal
    center middle
    align position
    style css
    attribute property
    callback handler listener
    asynchronous async
    scope visibility
    hoist hoisting
    inherit inheritance extend
    override redefine
    interface contract
    instantiate create
    immutable unchangeable constant
    allocate allocation reserve
    deallocate free release
    garbage_collection memory_management
    throw raise
    catch handle
    schedule scheduling scheduler
    page paging
    file_system filesystem
    permission right access
    shell terminal command_line console
    command instruction
    environment env
    package library module dependency
    compile build
    binary executable
    source_code code
    repository repo
    clone copy
    conflict clash
    tag label
    pipeline workflow
    deploy rollout
    container docker
    replica copy
    load_balancer load_balancing
    cache caching cached
    dns domain_name_system
    ip internet_protocol
    tcp transmission_control_protocol
    router routing route
    cross-site_scripting xss
    cross-site_request_forgery csrf
    index indexing indexed
    normalize normalization
    shard sharding partition partitioning
    replicate replication copy
    consistency consistent
    durable durability persist
    atomic atomicity all-or-nothing
    rollback undo abort
    lookup search retrieval query
    sort sorting sorted
    heap priority_queue
    hash_table hash_map hashmap dictionary
    cycle loop circular
    depth-first_search dfs
    breadth-first_search bfs
    dynamic_programming dp memoization
    recursive recursion
    complexity cost efficiency
    efficient efficiently efficiency
    mean average expected_value expectation
    standard_deviation sd
    confidence_interval ci
    p-value p_value
    null_hypothesis null
    type_ii_error false_negative miss
    correlate correlation correlated associated association
    multicollinearity collinearity
    regress regression
    residual error
    predictor feature covariate regressor
    coefficient weight parameter
    penalty penalize regularization
    lasso l1
    ridge l2
    cross-validation cross_validation cv
    train training fitting
    validation holdout held-out
    generalize generalization unseen
    noise noisy
    imbalanced imbalance skewed rare
    oversample oversampling
    ensemble combine
    bagging bootstrap_aggregating
    prune pruning trim
    nearest_neighbor neighbor knn
    support_vector_machine svm
    bayes bayesian
    cluster clustering segment group
    k-means kmeans
    principal_component_analysis pca
    dimensionality_reduction reduce_dimensions
    neural_network neural_net ann
    deep_learning deep_net
    lstm long_short-term_memory
    backpropagation backprop
    learning_rate step_size
    epoch pass
    batch minibatch mini-batch
    batch_normalization batchnorm batch_norm
    activation_function activation
    relu rectified_linear_unit
    vanish vanishing disappear
    explode exploding blow_up
    initialize initialization init
    pretrained pre-trained pretraining
    fine-tune fine_tune finetune
    generative_adversarial_network gan
    reinforcement_learning rl
    explore exploration
    exploit exploitation
    large_language_model llm
    hallucinate hallucination make_up fabricate
    retrieval-augmented_generation rag
    language_model lm
    natural_language_processing nlp
    named_entity_recognition ner
    part-of-speech pos
    sentiment opinion
    image picture photo
    object_detection detect
    recommender recommendation recommend
    click-through_rate ctr
    a/b_test ab_test experiment
    conversion convert
    churn leave attrition
    retention retain
    metric kpi
    daily_active_user dau
    requirement need
    weakness shortcoming
    disagree conflict
    feedback criticism review
    lead leadership
    mistake error failure
    achievement accomplishment proud success
    relationship connection link association correlation
    user visitor
    customer client buyer
    gene genetic
    inherit hereditary inheritance
    country nation
    indication sign symptom
    hash hashing
    mutex lock
    """
}
