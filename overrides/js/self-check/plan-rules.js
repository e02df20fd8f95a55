/**
 * The rules by which the answers of a team become its plan: one pure function on plain data.
 *
 * The same function as plan_of() in hooks/resource_catalog/site/self_check/plan_rules.py, which says what a
 * plan has. Both give the same plans for the cases in tests/site/plans.yml.
 */

/** @typedef {{question: string, answers: string[]}} Need */
/**
 * @typedef {object} Question
 * @property {string} key
 * @property {string[]} aliases
 * @property {string} stage
 * @property {string} address of its place on the page of the stage
 * @property {string} text
 * @property {string} label
 * @property {string | null} yes
 * @property {string | null} phase
 * @property {Need[]} needs
 * @property {string[]} items
 */
/**
 * @typedef {object} Item
 * @property {string} title
 * @property {string} [language] of the title, if it is not that of the page
 * @property {string} address
 * @property {string} [type]
 * @property {string} [time]
 * @property {string} [access]
 * @property {number} [minutes]
 * @property {boolean} opens
 */
/**
 * @typedef {object} Check
 * @property {{id: string, label: string, address: string}[]} stages
 * @property {string[]} phases
 * @property {boolean} cycle
 * @property {Question[]} questions
 * @property {Record<string, Item>} items
 * @property {Record<string, string>} former
 */
/** @typedef {Record<string, string>} Answers */
/**
 * @typedef {object} Plan
 * @property {string | null} reached
 * @property {string | null} next
 * @property {{stage: string, yes: number, answered: number, of: number}[]} progress
 * @property {string | null} phase
 * @property {string[]} focus
 * @property {{id: string, because: string[]}[]} steps
 * @property {number} minutes
 * @property {number} unknown
 * @property {string[]} later
 * @property {string[]} unanswered
 * @property {string[]} not_asked
 * @property {Answers} answers
 * @property {{name: string, answer: string}[]} gone
 */

const SETTLED = ["yes", "not-for-us"];
const OPEN = ["not-yet", "not-sure", "partly"];
const MOST_FOCUS = 3;
const LEAST_FOCUS = 2;

/**
 * @param {Check} check
 * @param {Answers} given by the names of questions, of which some may be old or unknown
 * @returns {Plan}
 */
export function planOf(check, given) {
  const { answers, gone } = readAnswers(check, given);
  const asked = check.questions.filter((question) => isAsked(question, check, answers));
  const stages = check.stages.map(({ id }) => id);
  const byStage = stages.map((id) => ({ id, questions: asked.filter(({ stage }) => stage === id) }));
  const { reached, next } = stagesOf(byStage, answers);
  const place = (/** @type {Question} */ question) =>
    stages.indexOf(question.stage) * OPEN.length + OPEN.indexOf(answers[question.key]);
  const open = asked.filter(({ key }) => OPEN.includes(answers[key])).sort((one, other) => place(one) - place(other));
  const now = open.filter(({ stage }) => stage === next);
  const focus = now.slice(0, MOST_FOCUS);
  if (focus.length < LEAST_FOCUS) {
    focus.push(...open.filter((question) => !now.includes(question)).slice(0, LEAST_FOCUS - focus.length));
  }
  const working = [...focus, ...now.filter((question) => !focus.includes(question))];
  const steps = stepsOf(working, check.items);
  const minutes = steps.filter(({ id }) => check.items[id].opens).map(({ id }) => check.items[id].minutes ?? 0);
  const unanswered = asked.filter(({ key }) => !Object.hasOwn(answers, key));
  return {
    reached,
    next,
    progress: byStage.map(({ id, questions }) => ({
      stage: id,
      yes: count(questions, answers, ["yes"]),
      answered: count(questions, answers, ["yes", ...OPEN]),
      of: questions.length - count(questions, answers, ["not-for-us"]),
    })),
    phase: phaseOf(check, focus, next, unanswered),
    focus: keys(focus),
    steps,
    minutes: minutes.reduce((sum, own) => sum + own, 0),
    unknown: minutes.filter((own) => !own).length,
    later: keys(open.filter((question) => !working.includes(question))),
    unanswered: keys(unanswered),
    not_asked: keys(check.questions.filter((question) => !asked.includes(question))),
    answers,
    gone,
  };
}

/**
 * The answers by the keys that questions have now, in order, and those that belong to none.
 * @param {Check} check
 * @param {Answers} given
 */
export function readAnswers(check, given) {
  const known = new Set(keys(check.questions));
  const old = new Map(check.questions.flatMap(({ key, aliases }) => aliases.map((alias) => [alias, key])));
  /** @type {Map<string, string>} */
  const answers = new Map();
  const gone = [];
  for (const name of Object.keys(given).sort()) {
    const answer = given[name];
    if (!SETTLED.includes(answer) && !OPEN.includes(answer)) continue;
    const now = old.get(name);
    if (known.has(name)) answers.set(name, answer);
    else if (now === undefined) gone.push({ name, answer });
    else if (!Object.hasOwn(given, now)) answers.set(now, answer);
  }
  const sorted = [...answers].sort(([one], [other]) => (one < other ? -1 : 1));
  // A question may be called “constructor”, which every usual object has.
  return { answers: Object.assign(Object.create(null), Object.fromEntries(sorted)), gone };
}

/**
 * Whether the conditions of a question hold, and those of the questions in them.
 * @param {Question} question
 * @param {Check} check
 * @param {Answers} answers
 * @returns {boolean}
 */
export function isAsked(question, check, answers) {
  return question.needs.every((need) => {
    const other = check.questions.find(({ key }) => key === need.question);
    return other && need.answers.includes(answers[other.key]) && isAsked(other, check, answers);
  });
}

/**
 * The last stage that is reached, and the first that is not.
 * @param {{id: string, questions: Question[]}[]} byStage
 * @param {Answers} answers
 */
function stagesOf(byStage, answers) {
  let reached = null;
  for (const { id, questions } of byStage) {
    if (count(questions, answers, SETTLED) < questions.length) return { reached, next: id };
    if (questions.length) reached = id;
  }
  return { reached, next: null };
}

/**
 * The phase of the first focus area; when all is settled, the one after all that was asked.
 * @param {Check} check
 * @param {Question[]} focus
 * @param {string | null} next
 * @param {Question[]} unanswered
 */
function phaseOf(check, focus, next, unanswered) {
  const { phases, cycle, questions } = check;
  if (!phases.length) return null;
  if (next === null) {
    const named = questions.flatMap(({ phase }) => (phase ? [phases.indexOf(phase)] : []));
    if (!named.length) return null;
    return phases[Math.max(...named) + 1] ?? phases.at(cycle ? 0 : -1) ?? null;
  }
  const candidates = focus.length ? focus : unanswered.filter(({ stage }) => stage === next);
  return candidates.find(({ phase }) => phase)?.phase ?? null;
}

/**
 * The items of questions, each once; those that open come first.
 * @param {Question[]} questions
 * @param {Record<string, Item>} items
 */
function stepsOf(questions, items) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const { key, items: own } of questions) {
    for (const id of own) found.set(id, [...(found.get(id) ?? []), key]);
  }
  const steps = [...found].map(([id, because]) => ({ id, because }));
  return [...steps.filter(({ id }) => items[id].opens), ...steps.filter(({ id }) => !items[id].opens)];
}

/**
 * @param {Question[]} questions
 * @param {Answers} answers
 * @param {string[]} which
 */
function count(questions, answers, which) {
  return questions.filter(({ key }) => which.includes(answers[key])).length;
}

/** @param {Question[]} questions */
function keys(questions) {
  return questions.map(({ key }) => key);
}
