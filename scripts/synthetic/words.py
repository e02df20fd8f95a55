"""The words of synthetic catalogs: what ``synthesize.py`` builds its texts from.

Every block is a list of sections. A line that starts at the margin names a
section; the indented lines below it hold its items, parted by semicolons, the
most common first, because the first items are drawn most often. ``{name}``
stands for an item of another section, ``{name.s}``, ``{name.ing}`` and
``{name.ed}`` for another form of it, and ``a~`` for “a” or “an”.

All of it is invented for benchmarks. None of it describes a real resource.
"""

from __future__ import annotations

TOPICS = """
classroom-assessment | Classroom assessment | clipboard-check-outline
  | Finding out what students have learned while there is still time to act on it.
  formative assessment; exit tickets; peer feedback; student self-assessment; rubric design;
  performance tasks; standards-based grading; error analysis; portfolio reviews; oral exams; hinge
  questions; grading conferences; retakes and second chances; no-stakes quizzing
coaching | Coaching and mentoring | account-supervisor-outline
  | One educator helping another to grow, face to face or from afar.
  instructional coaching; peer coaching; mentoring; coaching conversations; video coaching;
  co-teaching cycles; classroom walkthroughs; mentor matching; reflective questioning;
  side-by-side modeling; shadowing; bug-in-ear coaching; virtual coaching visits
micro-credentials | Micro-credentials | certificate-outline
  | Small credentials that educators earn by showing what they can do.
  micro-credentials; digital badges; evidence portfolios; submission reviews; stackable
  credentials; competency frameworks; credential marketplaces; assessor calibration;
  resubmissions; credit for demonstrated skill; badge pathways; currency for credentials
professional-learning-communities | Professional learning communities | account-group-outline
  | Groups of colleagues who meet regularly to study their own practice.
  professional learning communities; grade-level teams; lesson study; book studies; critical
  friends; teacher inquiry groups; data teams; protocol-based discussion; cross-school networks;
  department meetings; looking at student work; edcamps; instructional rounds
literacy | Literacy | book-open-variant
  | Reading and writing, from first letters to research papers.
  phonics instruction; reading comprehension; guided reading; writing workshops; close reading;
  vocabulary instruction; read-alouds; reading fluency; disciplinary literacy; spelling patterns;
  decodable texts; book clubs; sentence combining; morphology; handwriting; independent reading
mathematics | Mathematics teaching | calculator-variant-outline
  | How students come to understand numbers, shapes, and reasoning.
  number talks; mathematical discourse; problem solving; math fluency; manipulatives; productive
  struggle; number sense; three-act tasks; math anxiety; worked examples; mathematical modeling;
  low-floor tasks; estimation routines; visual proofs
science-and-engineering | Science and engineering | flask-outline
  | Learning by asking, testing, and building.
  phenomenon-based science; lab safety; engineering design; outdoor science; inquiry labs; science
  notebooks; citizen science; argument from evidence; classroom experiments; field journals; maker
  spaces; storylines; fieldwork; scientific modeling
multilingual-learners | Multilingual learners | translate
  | Teaching students who learn in a language that is new to them.
  language development; bilingual instruction; sheltered instruction; academic language;
  translanguaging; newcomer programs; language objectives; dual-language classrooms; sentence
  frames; heritage languages; home-language assessment; interpreters in conferences
inclusion | Inclusion and special education | human-wheelchair
  | Lessons and schools that work for students with disabilities.
  inclusive lessons; universal design for learning; individualized education programs;
  co-teaching; assistive technology; accommodations; executive function; dyslexia screening;
  sensory breaks; visual schedules; speech supports; autism awareness; transition planning;
  behavior plans
classroom-community | Classroom community | home-heart
  | Routines and relationships that let everyone learn.
  classroom routines; morning meetings; restorative circles; student agreements; class jobs;
  conflict resolution; positive behavior support; calm corners; transitions; seating arrangements;
  bullying prevention; attention signals; peacemaking; student voice
social-emotional-learning | Social and emotional learning | emoticon-happy-outline
  | Skills for handling feelings, setbacks, and other people.
  social and emotional learning; self-regulation; growth mindset; empathy building; mindfulness;
  trauma-informed practice; goal setting; emotional vocabulary; resilience; friendship skills;
  grief support; gratitude practices; stress management; perseverance
equity | Equity and culture | scale-balance
  | Teaching that respects who students are and where they come from.
  culturally responsive teaching; equity audits; anti-bias education; indigenous knowledge;
  representation in texts; community histories; discipline disparities; access to honors courses;
  detracking; gender-inclusive schools; hard conversations; funds of knowledge
education-technology | Education technology | laptop
  | Choosing and using devices and software well.
  classroom technology; learning management systems; digital portfolios; screen recording;
  one-to-one devices; adaptive software; interactive whiteboards; game-based learning; podcasting
  with students; coding clubs; robotics; virtual field trips; spreadsheets
artificial-intelligence | Artificial intelligence | robot-outline
  | What thinking machines mean for schools, and what they do not.
  artificial intelligence; chatbots in class; prompt writing; algorithmic bias; machine feedback;
  plagiarism in the age of chatbots; automated translation; image generators; tutoring software;
  responsible automation; synthetic media; acceptable-use rules
digital-citizenship | Digital citizenship | shield-account-outline
  | Safe, fair, and thoughtful life online.
  digital citizenship; media literacy; student privacy; fact checking; online safety;
  cyberbullying; screen time; copyright and fair use; social media; password habits;
  misinformation; source triage; digital footprints; phone-free classrooms
teacher-leadership | Teacher leadership | account-star-outline
  | Teachers who lead others without leaving the classroom behind.
  teacher leadership; hybrid roles; career ladders; facilitating adult learning; teacher-led
  research; national board certification; department chairs; advocacy; demonstration classrooms;
  teacher-powered schools; distributed leadership; presenting at conferences
induction | Induction of new teachers | sprout-outline
  | The first years in the profession.
  induction programs; first-year survival skills; teacher residencies; student teaching;
  orientation weeks; alternative certification; buddy systems; practice-based preparation;
  early-career support; classroom setup; the first six weeks; emergency-hire support
curriculum | Curriculum and materials | bookshelf
  | What is taught, in which order, and with what.
  curriculum mapping; backward design; curriculum adoption; high-quality materials; unit planning;
  open educational resources; pacing guides; essential questions; learning progressions; standards
  alignment; textbook reviews; curriculum-based learning; spiral review; knowledge building
family-engagement | Family engagement | home-group
  | Working with the people who raise the students.
  family engagement; student-led conferences; home visits; family literacy nights; positive phone
  calls; parent workshops; community partnerships; multilingual newsletters; volunteer programs;
  attendance outreach; family surveys; kitchen-table conversations; welcome centers
early-childhood | Early childhood | baby-carriage
  | Learning before and around the first years of school.
  play-based learning; early numeracy; preschool transitions; toddler language; kindergarten
  readiness; learning centers; fine motor skills; storytelling; block play; pretend play; nature
  play; developmental screening; rhyming games; nap-time routines
career-and-technical-education | Career and technical education | hammer-wrench
  | Learning for and at work.
  work-based learning; apprenticeships; industry certifications; career exploration; internships;
  employer partnerships; career academies; shop safety; entrepreneurship; mock interviews; dual
  enrollment; job shadowing; student-run enterprises; workplace mentors
arts-education | Arts education | palette-outline
  | Music, theater, dance, and the visual arts.
  arts integration; visual thinking; school theater; ensemble rehearsals; studio habits;
  songwriting; museum visits; dance in the classroom; artist residencies; comics and graphic
  novels; murals; critique sessions; improvisation; photography projects
project-based-learning | Project-based learning | lightbulb-group-outline
  | Long work on questions that matter outside school.
  project-based learning; driving questions; public exhibitions; service learning; capstone
  projects; design thinking; student teamwork; expert panels; place-based education;
  interdisciplinary units; passion projects; project tuning; civic action; project calendars
data-use | Use of data | chart-line
  | Reading numbers and student work to decide what to do next.
  data conversations; progress monitoring; early warning systems; attendance data; student
  surveys; benchmark assessments; data walls; growth measures; root cause analysis; interim
  reports; data privacy agreements; dashboards; item analysis; improvement cycles
observation-and-feedback | Observation and feedback | eye-outline
  | Looking at teaching and talking about it usefully.
  classroom observation; teacher evaluation; video self-reflection; low-inference notes; feedback
  conversations; peer observation; observation rubrics; learning walks; growth plans; student
  perception surveys; talk-time analysis; evaluator calibration; pineapple charts
recruitment-and-retention | Recruitment and retention | account-heart-outline
  | Finding educators and giving them reasons to stay.
  teacher recruitment; teacher retention; grow-your-own programs; exit interviews; stay
  interviews; hiring fairs; staffing shortages; diversifying the workforce; onboarding; substitute
  pools; housing incentives; loan forgiveness; retirement planning; flexible schedules
wellbeing | Wellbeing and workload | heart-pulse
  | Keeping the work of educators humane.
  teacher wellbeing; workload reviews; burnout prevention; sustainable planning; email habits;
  compassion fatigue; staff appreciation; work-life boundaries; peer support groups; quiet rooms;
  marking loads; mental health days; meeting-free weeks; vocal health
school-leadership | School leadership | compass-outline
  | Guiding a school, its people, and its time.
  instructional leadership; school improvement plans; master schedules; change management;
  principal supervision; staff meetings; shared decision making; succession planning; crisis
  response; assistant principal pathways; school culture; strategic budgeting; listening tours;
  school mergers
policy-and-funding | Policy and funding | bank-outline
  | Rules, money, and the people who decide on both.
  relicensure policy; professional learning budgets; federal grants; salary lanes; state
  standards; collective bargaining; grant writing; seat-time waivers; board presentations; program
  audits; accountability plans; legislative briefings; rural funding; philanthropy
remote-and-blended-learning | Remote and blended learning | monitor-account
  | Learning that happens partly or wholly at a distance.
  blended learning; flipped lessons; online discussions; remote instruction; station rotation;
  asynchronous courses; breakout rooms; hybrid schedules; online facilitation; webinar design;
  virtual office hours; offline packets; recorded lectures; connectivity gaps
"""

SUBJECTS = """
reading | e
  rhymes; story maps; sight words; blending sounds; main ideas; character traits; fables; chapter
  books; syllables; predictions; picture books; inference
writing | e
  personal narratives; opinion pieces; paragraphs; punctuation; journal entries; revision;
  dialogue; topic sentences; thank-you letters; poems; how-to texts; strong endings
mathematics | e
  fractions; place value; multiplication facts; word problems; measurement; subtraction; symmetry;
  decimals; telling time; bar graphs; skip counting; money; area and perimeter; equal sharing
science | e
  plant growth; magnets; weather patterns; the water cycle; food chains; light and shadow;
  insects; states of matter; moon phases; sound waves; seeds; habitats; simple machines; erosion
social studies | e
  maps; neighborhoods; family histories; timelines; local government; holidays; landforms;
  explorers; goods and services; community helpers; voting; traditions
physical education | e
  balance; teamwork; throwing and catching; jump rope; warm-ups; relay races; gymnastics;
  swimming; fair play; tag games; stretching; playground games
art | e
  collage; watercolor; clay; color mixing; self-portraits; printmaking; weaving; papier-mâché;
  texture; masks; puppets; still lifes
music | e
  rhythm; folk songs; recorders; ukulele chords; percussion; pitch; rounds; lullabies; notation;
  choir; hand drums; movement songs
health | e
  handwashing; nutrition; feelings; dental care; first aid; sleep; allergies; bicycle helmets;
  germs; breakfast; sun protection; traffic rules
coding | e
  loops; sequences; debugging; animation; floor robots; conditionals; block code; pixel art;
  quests; variables; events; remixing
gardening | e
  compost; pollinators; raised beds; soil; sprouts; harvest; worms; herbs; rainwater; pumpkins;
  seed swaps; beans
library | e
  catalogs; research questions; call numbers; book talks; citations; encyclopedias; keywords;
  graphic novels; bookmarks; authors; reviews; browsing
algebra | s
  linear equations; inequalities; factoring; functions; slope; quadratics; exponents; systems of
  equations; polynomials; proportional reasoning; radicals; sequences and series
geometry | s
  proofs; congruence; transformations; circles; similarity; volume; angles; tessellations;
  coordinate grids; the Pythagorean theorem; constructions; vectors
statistics | s
  sampling; regression; probability; scatter plots; standard deviation; bias; simulations;
  histograms; correlation; hypothesis tests; box plots; outliers
calculus | s
  limits; derivatives; integrals; rates of change; optimization; continuity; slope fields;
  infinite series; accumulation; related rates
biology | s
  cells; photosynthesis; genetics; evolution; ecosystems; enzymes; dissection; microscopes;
  heredity; respiration; bacteria; biodiversity; proteins; homeostasis
chemistry | s
  balancing equations; acids and bases; the periodic table; moles; bonding; titration; gas laws;
  solubility; catalysts; isotopes; reaction rates; combustion
physics | s
  motion; forces; electric circuits; momentum; waves; energy transfer; gravity; optics; friction;
  magnetism; projectiles; thermodynamics
earth science | s
  plate tectonics; volcanoes; climate; rock cycles; oceans; glaciers; groundwater; fossils;
  hurricanes; minerals; soil layers; earthquakes
environmental science | s
  water quality; recycling; carbon footprints; wetlands; renewable energy; invasive species; air
  quality; forests; pesticides; watersheds; conservation; drought
English | s
  literary analysis; thesis statements; rhetoric; poetry; drama; research papers; short stories;
  satire; argument essays; figurative language; novels; memoirs; theme; point of view
journalism | s
  interviews; headlines; editorials; reporting; layout; ethics; deadlines; broadcasts; photo
  essays; profiles; fact sheets; opinion columns
world history | s
  primary sources; revolutions; empires; trade routes; migration; industrialization; ancient
  cities; colonialism; world wars; religions; treaties; medieval towns; plagues; inventions
United States history | s
  the Constitution; civil rights; reconstruction; immigration; the westward movement; labor
  unions; abolition; suffrage; oral histories; the Great Depression; tribal nations; court cases
civics | s
  elections; debate; town councils; landmark cases; juries; public comment; petitions; branches of
  government; free speech; campaigns; citizenship; deliberation
geography | s
  population pyramids; satellite images; land use; borders; urbanization; deserts; cartography;
  river basins; refugees; megacities; time zones; tourism
economics | s
  supply and demand; budgets; taxes; inflation; markets; personal finance; credit; insurance;
  scarcity; globalization; wages; stock games
psychology | s
  memory; perception; motivation; sleep studies; conformity; attachment; brain anatomy; emotion;
  attention; learning theories; personality; addiction
Spanish | s
  conversation; verb tenses; travel dialogues; regional dialects; songs; reading menus; cultural
  celebrations; pronouns; pen pals; storytelling; subjunctives; pronunciation
French | s
  listening; gender of nouns; greetings; cooking videos; comic strips; idioms; past tenses;
  letters; accents; cinema; directions; negation
American Sign Language | s
  fingerspelling; facial grammar; deaf history; classifiers; signed stories; name signs; turn
  taking; interpreting; spatial reference; glossing
computer science | s
  algorithms; recursion; data structures; web pages; pseudocode; encryption; testing; databases;
  pair programming; networks; user interfaces; version control
engineering | s
  bridges; prototypes; sensors; drones; blueprints; load tests; gear trains; solar cars;
  sketching; materials; hydraulics; tolerances
agriculture | s
  crop rotation; livestock; greenhouse management; irrigation; animal nutrition; tractors;
  aquaponics; orchards; beekeeping; grain prices; welding; county fairs
health sciences | s
  anatomy; vital signs; patient communication; infection control; medical terms; nursing skills;
  pharmacy; emergency care; nutrition plans; clinical hours; charting; bedside manner
construction | s
  framing; blueprints; tool safety; plumbing; wiring; roofing; estimates; surveying; carpentry;
  concrete; building codes; insulation
culinary arts | s
  knife skills; food safety; baking; recipes; menu planning; catering; sauces; kitchen teamwork;
  fermentation; nutrition labels; bread; plating
business | s
  bookkeeping; marketing; business plans; customer service; pitches; payroll; accounting;
  negotiation; supply chains; ethics cases; invoices; branding
theater | s
  auditions; monologues; stage design; lighting; costumes; improvisation; scripts; directing;
  blocking; vocal projection; makeup; opening nights
band and orchestra | s
  sight-reading; tuning; bowing; brass; woodwinds; scales; sectionals; marching drills;
  conducting; jazz; intonation; practice logs
visual arts | s
  perspective; ceramics; charcoal; portfolios; art criticism; sculpture; digital illustration;
  screen printing; installation; typography; life drawing; oil paint
dance | s
  choreography; ballet; hip-hop; folk dances; injury prevention; rehearsal; lifts; notation
  systems; stage presence; contemporary technique
health and wellness | s
  decision making; substance abuse prevention; relationships; fitness plans; consent; body image;
  anxiety; cooking on a budget; sleep hygiene; vaccination
"""

PEOPLE = """
first
  Maria; James; Linda; David; Aisha; Michael; Jennifer; Carlos; Sarah; Wei; Robert; Fatima; Emily;
  Daniel; Priya; Thomas; Keisha; Elena; Kevin; Rosa; Ana; Jamal; Rachel; Hiroshi; Laura; Samuel;
  Grace; Ahmed; Nicole; Andrew; Mei; Patrick; Denise; José; Hannah; Tyrone; Olga; Brian; Sofia;
  Kofi; Megan; Luis; Yuki; Peter; Leila; Angela; Tomás; Erin; Raj; Monica; Dmitri; Tamika; Paul;
  Ingrid; Marcus; Noor; Gloria; Ethan; Lucía; Omar; Katherine; Darnell; Anita; Sean; Mariam;
  Victor; Joy; Nathan; Chioma; Renée; Walter; Teresa; Min-jun; Valerie; Isaac; Paloma; Stephen;
  Lakshmi; Diane; Emeka; Julia; Hassan; Beth; Rafael; Simone; Kwame; Naomi; Arturo; Claire; Dinh;
  Esther; Fernando; Gwen; Ibrahim; Jasmine; Karl; Lourdes; Malik; Nina; Oscar; Phyllis; Quentin;
  Ruth; Sanjay; Thuy; Ursula; Vivian; Wanda; Xavier; Yolanda; Zahra; Abel; Brenda; Cedric; Delia;
  Eduardo; Francine; Gabriel; Helga; Imani; Joaquín; Kenji; Latoya; Mateo; Nadia; Orlando; Petra;
  Ramona; Silvia; Tobias; Uma; Vera; Wesley; Ximena; Yusuf; Zoe; Anders; Bridget; Cheng; Dolores;
  Elif; Faye; Gunnar; Hilda; Ines; Jerome; Katya; Leroy; Miriam; Nkechi; Octavia; Pilar; Rohan;
  Siobhan; Tariq; Violet; Willa; Zeke
last
  Smith; Johnson; Garcia; Nguyen; Williams; Lee; Brown; Martinez; Patel; Jones; Kim; Davis;
  Rodriguez; Miller; Chen; Wilson; Lopez; Anderson; Khan; Thomas; Hernandez; Taylor; Moore; Singh;
  Jackson; Martin; Gonzalez; White; Ali; Harris; Wang; Clark; Ramirez; Lewis; Okafor; Robinson;
  Walker; Perez; Young; Tran; King; Wright; Torres; Scott; Hill; Flores; Green; Adams; Cohen;
  Nelson; Rivera; Baker; Campbell; Mitchell; Yamamoto; Roberts; Gomez; Phillips; Evans; Diaz;
  Turner; Parker; Cruz; Collins; Edwards; Reyes; Stewart; Morris; Morales; Murphy; Park; Cook;
  Rogers; Gutierrez; Ortiz; Morgan; Cooper; Peterson; Bailey; Reed; Kelly; Howard; Ramos; Cox;
  Ward; Richardson; Watson; Brooks; Chavez; Wood; Bennett; Mendoza; Gray; Ruiz; Hughes; Alvarez;
  Castillo; Sanders; Myers; Long; Ross; Foster; Jimenez; Powell; Jenkins; Perry; Russell;
  Sullivan; Bell; Coleman; Butler; Henderson; Barnes; Vasquez; Simmons; Romero; Graham; Wallace;
  Aguilar; Castro; Núñez; Hamilton; Fisher; Silva; Begay; Mensah; Haddad; O'Connor; Rossi;
  Schmidt; Kowalski; Ivanov; Svensson; Dubois; Papadakis; Van Dyke; Abubakar; Achebe; Bhatt;
  Bianchi; Cheung; Choi; D'Angelo; Eriksen; Farouk; Ferreira; Goldberg; Hoang; Ishikawa; Jansen;
  Kaplan; Lindqvist; Mahmoud; McAllister; Nakamura; Novak; Obi; Osei; Petrov; Quispe; Rahman;
  Sato; Tanaka; Ueda; Vargas; Weiss; Xiong; Yang; Zapata; Zimmerman; Ansah; Bautista; Calderón;
  Delacroix; Escobar; Fitzgerald; Grant; Horvat; Iyer; Joseph; Kamara; Larsen; Moreau; Nwosu;
  Olsen; Pham; Quinn; Rasmussen; Sokolov; Thibodeaux; Umar; Velasco; Whitehorse; Yazzie; Zhou;
  Blackwood; Castellanos; Dhaliwal; Espinoza; Friedman; Guerrero; Holloway; Kapoor; Montgomery;
  Pacheco; Sandoval; Treviño; Underwood; Vu; Winters; Yeboah; Zamora; Lockhart; Marchetti
"""

PLACES = """
start
  Mar; Bel; Wil; Har; Ken; Cor; Lin; Dun; Fal; Ros; Bren; Ash; Tal; Wes; Nor; Mer; Hol; Cal; Gar;
  Pel; Thor; Win; Sel; Dar; Lor; Brin; Fen; Kes; Var; Quil; Mon; Tor; Gal; Yar; Zel; Ost; Jor;
  Ves; Ulv; Ist
middle
  en; a; er; i; al; o; in; el; or; ing; an; e
end
  ton; field; ford; dale; ville; brook; ridge; wood; port; haven; burg; mont; stead; vale; crest;
  mere; moor; wick; gate; shore; water; bluff; cross; landing
"""

RULES = """
who
  teachers; new teachers; instructional coaches; school leaders; mentor teachers; principals;
  district staff; teacher leaders; facilitators; department chairs; classroom aides; special
  educators; librarians; counselors; paraprofessionals; student teachers; assistant principals;
  curriculum directors; substitute teachers; program coordinators; science teachers; literacy
  specialists; grade-level teams; superintendents; reading interventionists; career changers;
  school psychologists; veteran teachers; technology coordinators; after-school staff; teacher
  educators; charter school founders; board members; induction mentors; tutors; preschool
  teachers; family liaisons; bilingual educators; union representatives; evaluators; assessors;
  itinerant teachers; school nurses; state officials; adjunct instructors; team leads; residency
  directors; speech therapists; deans; social workers; athletic coaches; music teachers; custodial
  and office staff; registrars; volunteers; alumni mentors; grant managers; shop instructors;
  occupational therapists; registered apprentices; camp counselors; museum educators; school
  secretaries; interpreters
learners
  students; children; teenagers; young readers; multilingual learners; quiet students; beginners;
  newcomers; struggling writers; seniors; advanced students; students with disabilities; restless
  learners; siblings; first-generation students; freshmen; homeschooled students; gifted students;
  adolescents; migrant students; student athletes; reluctant readers; toddlers; classmates; foster
  youth; young adults; transfer students
thing
  lesson plan; rubric; checklist; reflection prompt; work sample; discussion protocol; unit plan;
  data report; feedback form; video clip; exemplar; slide; schedule; portfolio; survey;
  observation note; graphic organizer; case study; handout; goal sheet; pacing calendar; worked
  example; reading list; anchor chart; agenda; planning guide; notebook; task card; budget;
  vignette; sentence starter; training module; question bank; transcript; exit ticket; newsletter;
  answer key; progress chart; standards map; learning target; bulletin board; script; meeting
  norm; storyboard; spreadsheet; infographic; audio recording; concept map; permission slip;
  parent letter; lab report; glossary; calendar; quiz; observation tool; sample email; annotation;
  scenario; simulation; syllabus; journal; tutorial; worksheet; flow chart; toolkit; warm-up;
  seating chart; timeline; continuum; sign-up sheet; policy memo; job description; logbook;
  poster; dashboard; action plan; draft; flash card; mentor text; screencast; workbook; interview
  guide; photograph; contract; self-assessment; crosswalk; blueprint; role play; tip sheet;
  matrix; diary; menu of options; inventory; study guide; debrief form; script outline; benchmark;
  playlist; sketch; artifact; prototype; index card; bookmark; certificate; leaflet; directory;
  roster; thank-you note; floor plan; consent form; summary; testimonial; charter; compact;
  diagram; translation; template
tool
  whiteboards; tablets; sticky notes; notebooks; microphones; cameras; laptops; index cards;
  microscopes; picture books; puppets; dice; headphones; dictionaries; clipboards; shared
  documents; number lines; yardsticks; number tiles; projectors; highlighters; pocket charts;
  calculators; flip charts; measuring cups; timers; balances; magnifying glasses; play money;
  geoboards; kits; cardboard; thermometers; blocks; scissors; crayons; atlases; beanbags; document
  cameras; laminated cards; music stands; lanterns; webcams; chalk; binders; envelopes
quality
  engagement; confidence; attendance; reading fluency; student talk; collaboration; trust;
  motivation; retention; understanding; feedback; writing quality; participation; morale;
  persistence; curiosity; belonging; growth; graduation rates; clarity; independence; instruction;
  job satisfaction; problem solving; accuracy; homework completion; consistency; test scores;
  reflection; communication; course completion; creativity; self-efficacy; fairness; teamwork;
  listening; critical thinking; stamina; classroom climate; safety; efficiency; transparency;
  patience; punctuality; vocabulary; reasoning; accountability; rigor; recruitment; ownership;
  coherence; equity; competence; wellbeing; concentration; collegiality; optimism; autonomy;
  credibility; kindness; precision; enrollment; recall; cooperation; continuity; flexibility;
  self-control; empathy; expertise; loyalty; attentiveness; comprehension; civility; enthusiasm;
  craftsmanship; dependability; numeracy; agency; humor; tolerance; readiness; generosity
obstacle
  too little time; staff turnover; large classes; uneven access to devices; crowded schedules;
  tight budgets; low attendance; a lack of substitutes; initiative fatigue; long distances;
  unclear expectations; skepticism; weak internet connections; competing priorities; outdated
  materials; language barriers; isolation; paperwork; changing standards; chronic absence; noisy
  rooms; missing records; scattered data; conflicting advice; high mobility; limited storage; new
  leadership; bus schedules; testing windows; winter closures; small print; shared classrooms;
  rigid contracts; mistrust; jargon; delayed results; leaking roofs; thin evidence; short funding
  cycles; red tape; vacant positions; interrupted lessons; unfinished learning; procrastination;
  perfectionism; rumors; fear of failure; software licenses; forgotten passwords; flu season;
  mandates; overlapping programs; silence; pressure
setting
  rural schools; urban schools; middle schools; small districts; elementary schools; high schools;
  charter schools; suburban districts; teams; community colleges; large districts; newly opened
  schools; magnet schools; career centers; after-school programs; tribal schools; online schools;
  preschool centers; alternative schools; mountain districts; border towns; regional service
  centers; public libraries; summer programs; island schools; boarding schools; partner
  universities; juvenile facilities; hospital classrooms; one-room schools; farm towns; teacher
  residencies; museums; consolidated districts; year-round schools; military communities; youth
  clubs
class
  {grade} {subject}; {grade} {subject}; {grade} {subject}; {subject}
span
  one semester; a school year; two years; six weeks; three school years; a summer; one grading
  period; five months; ten lessons; a decade; eight weeks; a single week; four semesters; eighteen
  months; two marking periods; a term
number
  three; five; four; six; ten; seven; eight; twelve; nine; fifteen; twenty; eleven; forty; thirty;
  sixteen; fifty
evidence
  interviews; surveys; classroom observations; student work; test results; case studies; focus
  groups; attendance records; written reflections; lesson videos; field notes; district records;
  transcripts; staffing data; teacher journals; course evaluations; meeting minutes; payroll
  records; site visits; public filings; lesson recordings; questionnaires; portfolios; exit
  surveys; photographs; logs; census data; annual reports; budgets; hallway conversations;
  archives
adj
  short; practical; free; simple; detailed; printable; editable; annotated; clear; sample;
  ready-made; weekly; flexible; shared; adaptable; step-by-step; research-based; bilingual;
  interactive; field-tested; concise; one-page; illustrated; new; structured; careful;
  collaborative; thoughtful; accessible; honest; guided; common; visual; teacher-made; digital;
  revised; monthly; complete; plain-language; color-coded; customizable; balanced; hands-on;
  reusable; daily; local; open-ended; anonymous; modest; authentic; low-cost; differentiated;
  interdisciplinary; rigorous; inclusive; brief; large-print; friendly; rough; classroom-ready;
  translated; quarterly; targeted; self-paced; polished; unusual; searchable; compact;
  comprehensive; informal; narrative; realistic; tactful; evidence-based; imaginative; sturdy;
  up-to-date; lively; handwritten; playful; optional; portable; streamlined; transparent; vivid;
  student-friendly; seasonal; candid; ambitious; tested; humorous; minimal; scripted; two-sided;
  colorful; exploratory; generic; elegant; laminated; rotating; layered; tentative; provocative;
  tabbed; cumulative; mobile-friendly; well-organized; improvised
act
  use; plan; adapt; share; discuss; compare; review; build; design; choose; revise; introduce;
  study; write; try; develop; examine; organize; improve; create; test; collect; align; connect;
  explain; observe; model; practice; analyze; rethink; prepare; track; refine; critique; schedule;
  document; combine; present; interpret; evaluate; select; sort; simplify; translate; co-design;
  monitor; question; summarize; swap; update; reconsider; reorganize; coordinate; assemble;
  customize; display; debate; map; prioritize; record; score; publish; integrate; label; curate;
  assess; streamline; sketch; tailor; condense; pilot; post; rewrite; modify; sequence; calibrate;
  illustrate; scan; gather; rank; exchange; distribute; unpack; edit; archive; inspect; outline;
  trim; rotate; replace; tag; borrow; demystify; scaffold; sharpen; reframe; standardize; expand;
  clarify; dissect; color-code; digitize; embed; verify; cross-check; repurpose; enrich; shorten;
  decode; proofread; consolidate; appraise; critique aloud; circulate; fine-tune; retrieve;
  brainstorm; duplicate; annotate; personalize; overhaul; catalog
study
  examine; describe; follow; review; trace; analyze; document; explore; compare; investigate;
  summarize; evaluate; consider; chart; reconstruct; question; unpack; portray; weigh; observe;
  revisit; dissect; clarify; contrast; survey
show
  show; explain; demonstrate; outline; illustrate; describe; reveal; lay out; spell out; walk
  through; clarify; model
manner
  in small groups; without extra meetings; step by step; one lesson at a time; with little
  preparation; side by side; in plain language; across grade levels; on a small budget; in two
  languages; before the bell rings; from a distance; under real conditions; with families in the
  room; in short cycles; at their own pace; during common planning time; in mixed teams; from
  scratch; on paper; with patience; through role play; outdoors; after hours; over coffee; in ten
  minutes a day; behind the scenes; on the go; with a critical friend; by trial and error; in
  silence; by phone
occasion
  before the first staff meeting; at the start of the year; during a planning day; in the weeks
  before launch; at a team meeting; after the first observation; when a new group begins; in a
  summer workshop; before a coaching visit; midway through the semester; in an opening session;
  after benchmark testing; at the end of a unit; over a lunch hour; in the first month of a pilot;
  during orientation; ahead of budget talks; between two coaching cycles; before parent
  conferences; on a professional learning day; after a difficult lesson; in a study group; while
  the schedule is being drawn up; at a board meeting; during the hiring season; in a graduate
  seminar; in the second year of a program; when results come in; before winter break; at a
  retreat; in an evening webinar; after spring testing; during a faculty book club; on the first
  rainy Friday; while applications are open; in a quiet hour on Sunday; at a regional conference;
  when grant reports fall due; once trust has been established; in the last weeks of June; on a
  snow day; during homeroom; in a union meeting; while substitutes cover classes
situation
  are new to the idea; want to try something different; have little time to prepare; feel stuck;
  work alone in a subject; are about to start a pilot; need a common language; teach several
  grades at once; are looking for examples; have tried it once without success; support colleagues
  in other buildings; doubt that it will work; teach remotely; share a classroom; return after a
  leave; must report to a board; serve on a hiring committee; lead their first team; inherit a
  struggling program; move to a new grade; teach outside their field; write the next grant
  proposal; are weighing several platforms; have no coach nearby; run the schedule; are preparing
  for an audit; miss their peers; switch to a new textbook; handle data for the school; welcome
  late arrivals; are studying for certification
purpose
  save planning time; raise {quality}; agree on what good work looks like; build {quality}; make
  feedback kinder; reach {learners} sooner; support {who}; make lessons more accessible; cut down
  on grading; find gaps early; notice {learners} who are falling behind; turn data into action;
  give {learners} more choice; celebrate small wins; keep good people; make meetings shorter;
  start honest conversations; protect {quality}; avoid common mistakes; prepare {learners} for the
  next grade; earn the trust of families; spread good ideas; stretch a small budget; connect
  school with home; sustain {quality}; anchor a difficult conversation; welcome {learners};
  measure {quality}; overcome {obstacle}; work around {obstacle}; loosen old habits; steady a
  shaky start; deepen {quality}; make room for wonder; lower the stakes; hear from quieter voices;
  lighten the load for {who}; nurture {quality}; strengthen {quality}; champion {learners}; ease
  the move between schools; diagnose {obstacle}; defend {quality}; negotiate fair workloads;
  rehearse hard moments; restore {quality}; transform {class}; launch a program with care; honor
  local traditions; shrink the distance between buildings; untangle {obstacle}; anticipate
  {obstacle}; invite {learners} into decisions; multiply {quality}; rebuild after a crisis;
  rekindle {quality}; bridge languages; reassure {learners}; dismantle unfair barriers; absorb
  staff changes; spark {quality}; guard against {obstacle}
event
  workshop; staff meeting; study group; coaching cycle; webinar; summer institute; planning day;
  orientation; seminar; retreat; book club; pilot; conference session; showcase; mentor meeting;
  course; data meeting; kickoff; debrief; learning walk; roundtable; open house; residency; boot
  camp; symposium; gallery walk; town hall; interview; picnic
advice
  starting small; asking for help early; keeping meetings short; writing goals down; protecting
  planning time; listening first; naming a clear owner; testing ideas in one classroom; paying
  people for their time; admitting mistakes; choosing one focus; visiting another school; sharing
  drafts early; inviting skeptics; budgeting for substitutes; saying no to extra initiatives;
  keeping records; borrowing from neighbors; thanking volunteers; pausing in midyear
team
  Two colleagues; A small team; Coordinators; Coaches; A planning group; Facilitators; School
  leaders; Mentors; Principals; Teams of {who}; A district office; A department; Workshop leaders;
  Novices and veterans; A steering committee; Study groups; A pair of teachers; Professors; Hiring
  teams; A school board; Team leaders; Organizers; A regional network
site
  {place}; the {place} schools; two schools in {place}; {place} County; the {place} district;
  {number} schools near {place}; {place} and neighboring towns; a high school in {place}; a
  network around {place}; a school on the edge of {place}; the {place} valley; a preschool in
  {place}; the harbor town of {place}; {place} Unified; a clinic school in {place}
finding
  {quality} grew where {who} met every week; gains in {quality} faded without follow-up;
  {obstacle} mattered less than expected; {who} asked for more time and fewer forms; small changes
  to the {thing} made the largest difference; {quality} and {quality} rose together; {learners}
  noticed the change before {who} did; costs stayed below the estimate; results varied widely from
  school to school; the second year brought more {quality} than the first; {who} kept using the
  {thing.s} after the study ended; early enthusiasm gave way to {obstacle}; {learners} gained the
  most when {who} could {act} {thing.s}; half of the {who} left within {span}; nothing changed
  until {who} began to {act} {thing.s} {manner}; schools with {obstacle} saw little benefit
second
  The authors argue for {advice} and {advice}, and they {show} what can go wrong when {obstacle}
  and {obstacle} meet; The {thing.s} come from {site}, where {who} have used them for {span} to
  {purpose}; It ends with {number} questions for {who} and a~ {adj} {thing} that helps to
  {purpose}; A~ {adj} {thing} at the end helps readers to {purpose}, and a~ {adj} {thing} shows
  what comes next; Examples from {class} deal with {skill}, {skill}, and {skill}, and each of them
  comes with a~ {adj} {thing}; One section is about {obstacle}, another about {quality}, and both
  rest on {evidence} from {setting}; The {adj} {thing.s} can be copied and changed, and notes in
  the margin {show} how {who} did so; Stories from {site} make the ideas concrete, from {advice}
  to the day when {learners} took over; It assumes no background in {topic} and takes time for
  {obstacle}, {quality}, and other worries of {who}; Along the way it touches on {topic},
  {obstacle}, and the cost of {tool}, and it points to {evidence}; It was made for {who} who
  {situation}, but others will find the {thing.s} useful too; Readers meet {number} {who} who
  {act} {thing.s} {manner}, and learn what each of them would do differently; Each part closes
  with a~ {adj} {thing} and a few minutes to {act} it {manner}; Special attention goes to
  {learners} and to {setting} that face {obstacle} or {obstacle}; The approach was tried out in
  {class} for {span} and needs nothing but {tool} and {tool}; It warns against {obstacle},
  recommends {advice}, and gives {number} {adj} examples of both; A final part looks at what it
  takes to {purpose} when {who} change every year; Links to {topic} are pointed out throughout,
  and {adj} {thing.s} for {learners} are included; It opens with {scene} and returns to it at the
  end, after {number} short chapters on {topic}; It begins with {scene}, and goes on to {show} why
  {setting} need {quality} as much as {quality}; Between {scene} and {scene}, it finds room for
  {evidence}, {adj} {thing.s}, and a little humor; The most vivid part describes {scene}, the most
  useful one a~ {adj} {thing} for {who}
report
  {study.s} how {who} in {site} {act} {thing.s} to {purpose}, with {evidence} from {span};
  {study.s} {topic} in {setting} over {span}, based on {evidence} and {evidence} from {number}
  places; Draws on {evidence} and {evidence} from {site} to {show} the effect of {topic} on
  {quality}; Reports on {number} {setting} that used {topic} to {purpose}, and finds that
  {finding}; Asks whether {topic} can {purpose} and answers with {evidence} from {setting} where
  {who} {act} {thing.s}; {study.s} what happened to {quality} and {quality} when {who} in {site}
  began to {act} {thing.s}; A study of {topic} in {class}, where {finding}; A~ {adj} account of
  {topic} in {site}: {finding}; Findings on {topic} and {quality} from {span} of work with {who},
  including {adj} {thing.s}; {study.s} the role of {who} in {topic} and makes the case that
  {setting} should invest in {quality}
guide
  {teach.s} {who} how to {act} {thing.s} for {class} and how to {purpose} without losing sight of
  {quality}; Takes {who} through {topic}, from the first {event} to {adj} {thing.s} that help to
  {purpose}; Advice on {topic} for {who} who {situation}, with {adj} {thing.s} for {skill} and
  {skill}; A~ {adj} guide to {topic} in {setting}, organized around {number} {adj} {thing.s} for
  {who}; {show.s} how {who} can {act} {thing.s} {manner}, even with {obstacle}, and how they can
  {purpose}; Directions for a~ {event} on {topic}, with {thing.s}, {thing.s}, and notes for {who}
  who {situation}; Helps {who} to {purpose} by {act.ing} {thing.s} and {act.ing} {thing.s}
  {manner}; Suggests ways to teach {skill} and {skill} in {class} with {tool}, and connects them
  with {topic}
primer
  Introduces {topic} to {who}, defines the main terms, and {show.s} what can be gained for
  {quality}; A first look at {topic}: where the idea comes from, and why {setting} use it to
  {purpose}; Explains {topic} in plain words, with {adj} examples from {class} on {skill} and
  {skill}; Answers the questions that {who} ask first about {topic}, among them {obstacle} and
  {quality}; An introduction to {topic} for {who} who {situation}, with {adj} {thing.s} to start
  from; {show.s} the ideas behind {topic} and clears up misunderstandings that stem from
  {obstacle}; Sets out what is known about {topic}, what is not, and where {who} can begin to
  {act} {thing.s}
infographic
  Puts {topic} on one page, from the first {thing} to lasting {quality}; A~ {adj} picture of how
  {who} {act} {thing.s} to {purpose}; Charts {number} steps with which {who} can {act} {thing.s}
  {manner}; Shows in numbers how {topic} and {quality} are connected, using {evidence} from
  {site}; Compares two ways to {act} {thing.s} for {class}, with their costs and their effect on
  {quality}; Maps the parts of {topic} and {show.s} who does what, and when, in {setting}
podcast
  {person} talks with {who} from {site} about {topic} and about ways to {purpose}; A conversation
  on {topic} with {who} who {act} {thing.s} in {class}; {who} tell how they began to {act}
  {thing.s} and what it did for {quality}; Listeners hear from {learners} and {who} in {site}
  about {topic}, {obstacle}, and {quality}; {person} and guests discuss why {topic} can be hard in
  {setting}, and praise {advice}; A~ {adj} series in which {who} describe {topic} in their own
  words
video
  Follows {who} in {site} as they {act} {thing.s} with {learners}; Shows {skill} being taught in
  {class} with {tool}, and the {thing.s} behind the lesson; A~ {adj} film about {topic} in which
  {who} {act} {thing.s} {manner}; In this recording, {person} {show.s} how to {act} {thing.s} in
  order to {purpose}; A recorded {event} on {topic}, with {adj} examples of {skill} from {class};
  Goes inside {setting} where {who} use {topic} to {purpose}; {person} visits {site} to see how
  {learners} respond to {topic}
template
  A~ {adj} form with which {who} can {act} {thing.s} for {topic}; A fill-in {thing} for {topic},
  with space for {quality}, {skill}, and next steps; Gives teams a~ {adj} structure for a~ {event}
  on {topic}, including {thing.s} and {thing.s}; A set of {number} {adj} {thing.s} that {who} can
  change to fit {class}; An outline for {who} who want to {purpose}, with prompts on {obstacle}
  and {quality}; Blank {thing.s} and a completed example on {skill} from {class} in {site}
questionnaire
  Asks {who} about {topic}, {quality}, and {obstacle}, in {number} {adj} questions; A~ {adj} set
  of questions with which {setting} can find out whether they are ready for {topic}; Survey items
  on {topic} that were tried out with {who} in {site}; Helps {who} to reflect on {quality} and on
  the ways they {act} {thing.s}; Questions for {learners} about {class}, from {skill} to
  {quality}; A self-check for {who} who {situation}, with notes on how to read the answers
use
  {team} can use it {occasion} to {act} {thing.s} and to {purpose}; Share it with {who} who
  {situation}, and set aside time to {act} the {thing.s} together; Read it {occasion}, then ask
  {who} which {thing.s} would help to {purpose} in your own setting; {team} can work through it
  {manner} {occasion}, choosing the parts that help to {purpose}; Useful {occasion}, when {who}
  need {adj} {thing.s} on {skill} or want to {purpose}; Pair it with a~ {thing} of your own and
  talk about {obstacle} {occasion}; Hand it to {who} {occasion} and come back to it after {span}
  to see what has changed in {quality}; {team} can draw on it to plan a~ {event} for {who} who
  {situation}; Keep it at hand while you {act} {thing.s}, and check it again {occasion}; Give it
  to {who} as a first step before they {act} {thing.s} for {class}; Start with the part on
  {topic}, {act} one {thing} {manner}, and compare notes {occasion}; Try one idea from it in
  {class} {occasion}, and ask {learners} what they noticed about {quality}; Coordinators can quote
  it {occasion} to make the case for time and money for {topic}
title-any
  {topic} in {class}; {topic} for {who}; {topic} with {learners}; {act.ing} {thing.s}, {act.ing}
  {quality}; {topic} and {quality} in {setting}; Beyond {obstacle}: {topic} in {setting}; {topic}
  & {quality}; From {thing} to {quality}; Teaching {skill} with {tool}; {topic} in {place};
  {topic}: {act.ing} {thing.s} {manner}; {skill}, {skill}, and {topic}; Who owns {quality}?
  {topic} in {setting}; {quality} first: {topic} for {learners}; “Why {skill}?” Talking about
  {topic} in {class}
title-report
  {title-any}; {topic} and {quality}: Evidence from {place}; What {who} say about {topic}; The
  effect of {topic} on {quality} in {setting}; {span} of {topic}: Lessons from {place}; {topic}
  under pressure: {who} and {obstacle}; How {who} {act} {thing.s}: Findings from {setting}; The
  state of {topic} in {place}; {act.ing} {quality}: A study of {number} {setting}; Does {class}
  need {topic}?; The price of {obstacle}; Learning from {place}: {who} and {topic}
title-guide
  {title-any}; A~ {adj} guide to {topic}; How to {act} {thing.s} for {class}; {act.ing} {thing.s}:
  A guide for {who}; The {topic} handbook; {number} ways to {act} {thing.s}; {topic} {manner}; A
  playbook for {topic} in {setting}; A companion to {topic} for {who}; Planning a~ {event} on
  {topic}; {topic} despite {obstacle}; Teaching {skill} in {class}; The {adj} {thing}: {topic} for
  {who}; {number} {adj} {thing.s} for teaching {skill}
title-primer
  {title-any}; {topic} explained; First steps in {topic}; {topic}: An introduction for {who}; What
  we mean by {topic}; The case for {topic} in {class}; A~ {adj} introduction to {topic} in
  {setting}; {topic} in plain words; Getting to know {topic}; {topic}, {quality}, and you;
  Understanding {topic} in {class}; The ABCs of {topic} for {who}
title-infographic
  {title-any}; {topic} at a glance; The {topic} cycle for {who}; {number} steps to {topic};
  {topic} by the numbers: {place}; A picture of {quality} in {setting}; {class}: {skill} on one
  page; {number} reasons to {act} {thing.s}; Who does what in {topic}
title-podcast
  {title-any}; {person} on {topic}; The {place} Sessions: {topic}; Talking about {skill}; Voices
  of {who}: {topic}; “We had to {act} the {thing.s}”: {topic} in {place}; Hallway talk: {quality}
  in {setting}; Episode notes: {skill} in {class}
title-video
  {title-any}; {topic} in action: {skill}; Inside a~ {class} classroom; {who} {act} {thing.s}; A
  day of {topic} in {place}; {skill} with {tool}; Watching {learners} {act} {thing.s}; {topic}
  live from {place}; A visit to {place}: {topic}
title-template
  {title-any}; {adj} {thing} for {topic}; {topic} planner for {who}; {event} agenda: {topic};
  {number} {adj} {thing.s} for {class}; {thing} for {class}: {skill}; A~ {thing} to {act}
  {quality}; {topic} organizer for {event.s}
title-questionnaire
  {title-any}; {topic} survey for {who}; How ready are we for {topic}?; {quality} check-in for
  {learners}; {topic} self-assessment; Questions about {quality} in {class}; What do {who} need
  for {topic}?; {place} survey of {who}: {quality}
another-title
  The {place} {thing}; {topic} ({thing}); {act.ing} {quality}: {topic}; {place} {topic} project
publisher
  {place} School District|schools; {place} Center for Teaching|teaching; {place} Institute for
  Learning|institute; {place} Education Network|network; {place} Department of Education|doe;
  {place} University|university; {place} Teachers' Union|union; {place} Foundation|foundation;
  {place} Public Schools|k12; {place} Press|press; {place} Regional Service Center|esc; {place}
  Academy of Sciences|academy; {place} Learning Lab|lab; {place} County Office of Education|coe;
  Association of {place} Educators|educators; {place} & Partners|partners; {place} College of
  Education|college; {place} Public Radio|radio; {place} Children's Museum|museum; {place}
  Research Collaborative|research; {place} Policy Forum|policy; {place} Library System|library
document
  Reading list of the {place} network; {place} conference program; Newsletter of the {place}
  institute; Suggestions from readers; {place} pilot binder; Survey of coordinators; Handouts:
  {place} workshop series; Bibliography on {topic}; {place} webinar notes
section
  Further reading; Appendix A; Tools; Recommended resources; Day 1; Session notes; Examples; Links
  for coaches; Chapter 3; References; Resources by grade; Appendix B; Frequently asked questions;
  Day 2; For facilitators; Research base; Part II: Planning; Footnotes
whom
  unknown; The publisher's office; {person}; The {place} district office; The coordinators of the
  {place} pilot
retired
  A newer edition covers the same ground; The publisher has withdrawn it; Its advice on {topic} is
  out of date; The platform has closed; It refers to rules that no longer apply in {place}; The
  recordings are no longer available; Readers found the {thing.s} hard to use
note
  The date is that of the web page, not of the text; {person} suggested it; Title taken from the
  {thing}, the cover has another one; Compare with the edition from {place}; It is not clear
  whether the {thing.s} may be copied; The first link was slow when it was added; The page also
  lists {event.s} on {topic}; Ask {person} about a version in Spanish
teach
  show; teach; tell; remind
scene
  a lesson that went wrong; a letter from a former student; a rainy recess; an empty classroom in
  August; a broken copier; a parent's question; a hallway conversation; the last day of school; a
  bus ride; a crowded gymnasium; a disastrous rehearsal; a shoebox full of notes; an angry email;
  a science fair; a bilingual bake sale; a visit from the superintendent; a canceled field trip; a
  quarrel over parking; a wobbly video call; a child who refused to write; a janitor's
  observation; two neighbors who had never met; an unexpected blizzard; a power outage; a spelling
  bee; a suitcase of borrowed books; a teacher's diary; a graduation speech; a leaking aquarium;
  the smell of fresh paint; a burnt casserole; a lost mitten; a missed ferry; a grandmother's
  recipe; a substitute's first morning; a chess tournament; a pile of ungraded essays; a stubborn
  padlock; a choir without a conductor; a mural that took nine years; an argument about homework;
  a cardboard castle; a chicken coop behind the cafeteria; a fire drill; a sleepless night before
  an inspection; a runaway hamster; a soccer match in the mud; a phone call at dawn; a retirement
  party; a wheelchair ramp; a forgotten locker; a kite festival; a squeaky trolley of tablets; an
  orchard planted by eighth graders; a misprinted timetable; a quiet apology; a thunderstorm; a
  postcard from abroad; a stack of unread memos; a toddler's first sentence; a theater without
  chairs; a jar of marbles
use-more
  Allow about {number} minutes for the {thing.s} and as many for questions; Print the {thing.s}
  beforehand; Afterwards, {learners} can try the same with {tool}; It works best {manner}; Skip
  the part on {obstacle} if {who} know it all too well; {team} may want to {act} the {thing.s}
  first; Ask each person to bring one {thing} from {class}; A second look {occasion} is worth the
  time; For a~ {event}, one page on {topic} is enough; Plan for {obstacle}, and have {tool} ready;
  Those who {situation} can go straight to the {adj} {thing.s}; Let {learners} have the last word
  on {quality}
"""

GRADES = """
e
  elementary; third-grade; fourth-grade; kindergarten; first-grade; fifth-grade; second-grade;
  primary; upper elementary; combined-grade; grade 3; grade 5; preschool; bilingual elementary
s
  middle school; high school; ninth-grade; eighth-grade; seventh-grade; sixth-grade; tenth-grade;
  introductory; advanced; eleventh-grade; grade 8; honors; grade 10; secondary; senior
"""

IRREGULAR = {
    "build.ed": "built",
    "choose.ed": "chose",
    "write.ed": "wrote",
    "rewrite.ed": "rewrote",
    "rethink.ed": "rethought",
    "quiz.s": "quizzes",
    "matrix.s": "matrices",
    "embed.ing": "embedding",
    "embed.ed": "embedded",
    "menu of options.s": "menus of options",
    "role play.s": "role plays",
}

TYPES = """
guide | Guide | map-marker-path | Guide
  Directions or advice on how to do something.
report | Report | file-chart-outline | Report
  A paper or study that presents findings or makes a case.
video | Video | video-outline | VideoObject
  Something to watch.
template | Template | file-document-edit-outline | DigitalDocument
  A form or outline to fill in.
primer | Primer | book-open-outline | Guide
  A first introduction for people who are new to a subject.
infographic | Infographic | image-outline | ImageObject
  A picture that explains an idea or a process.
podcast | Podcast | podcast | AudioObject
  A series or a single episode to listen to.
questionnaire | Questionnaire | clipboard-list-outline | DigitalDocument
  Questions to answer as a team or to ask others.
"""

AUDIENCES = """
educators | Educators | human-male-board
  Teachers and other staff who learn.
coordinators | Coordinators | clipboard-text-outline
  People who plan a program and keep it running.
facilitators | Facilitators | account-group-outline
  Coaches and leaders of groups.
school-leaders | School leaders | school-outline
  Principals and others who lead a school.
district-leaders | District leaders | office-building-outline
  People who set direction for a district.
state-leaders | State leaders | bank-outline
  People who set direction for a state.
"""

PHASES = """
exploration | Exploration | compass-outline
  Look around before choosing a way.
  What do our educators want to learn, and how do they learn it today?
planning | Planning | map-outline
  Choose goals and sketch the steps.
  Which change do we want to see, and what would get us there?
preparation | Preparation | toolbox-outline
  Put people, time, and tools in place.
  What has to be ready on the day we begin?
implementation | Implementation | flag-outline
  Begin, and help everyone over the first steps.
  How do we give everyone a good first month?
supporting-engaging-tracking | Supporting, Engaging, and Tracking | lifebuoy
  Stay in touch and watch progress.
  Who needs help now, and how do we notice?
reflection-calibration-resetting | Reflection, Calibration, and Resetting | autorenew
  Look back, then decide about the next round.
  What worked, for whom, and what comes next?
"""

STAGES = """
ready-to-plan | Ready to plan | Knowing why
  Have a reason that everyone can repeat.
  ? Do we know what problem we want to solve?
  ? Have we listened to the people it concerns?
  ? Can we tell a hope from a plan?
  ! Name the people who will coordinate the work
  ! Read about others who tried the same
ready-to-launch | Ready to launch | Knowing how
  Have dates, people, and support arranged.
  ? Is it clear what participants will do each month?
  ? Do we know who answers questions?
  ? Have we asked for the time that this takes?
  ! Invite participants and answer their doubts
  ! Write down the timeline and share it
ready-to-implement | Ready to implement | Doing it
  Begin well, keep helping, and learn from what happens.
  ? How will we notice that someone is stuck?
  ? Which data will we look at, and when?
  ? What will we change if it does not work?
  ! Open with an event that shows the first steps
  ! Collect feedback before the midpoint
"""
