/** A plan as the parts of a Word document. */

import { dayInWords } from "../shared/days.js";
import { gettext } from "../shared/messages.js";
import { labelOf } from "./answers.js";
import { CLOSED, duration, standOf } from "./plan-text.js";

/** @typedef {import("./plan-rules.js").Check & {phase_labels: Record<string, string>}} Check */
/** @typedef {import("./plan-rules.js").Plan} Plan */
/** @typedef {import("../shared/files/docx.js").Paragraph} Paragraph */
/** @typedef {import("../shared/files/docx.js").Table} Table */

/**
 * @param {Check} check
 * @param {Plan} plan
 * @param {{title: string, day: string, address: string, root: string}} page
 * @returns {(Paragraph | Table)[]}
 */
export function asDocument(check, plan, { title, day, address, root }) {
  const question = (/** @type {string} */ key) => check.questions.find((each) => each.key === key);
  const stage = (/** @type {string | null} */ id) => check.stages.find((each) => each.id === id)?.label ?? "";
  /** @type {(Paragraph | Table)[]} */
  const parts = [{ level: 0, text: title }];
  const say = (/** @type {string} */ text) => parts.push({ text });
  const head = (/** @type {string} */ text) => parts.push({ level: 1, text });
  if (day) say(gettext("Answers from %(day)s", { day: dayInWords(day) }));
  parts.push({ text: gettext("The plan, to view and change"), link: address });
  head(gettext("Where you stand"));
  if (plan.reached) say(gettext("Reached: %(stage)s.", { stage: stage(plan.reached) }));
  say(plan.next ? gettext("On the way to: %(stage)s.", { stage: stage(plan.next) }) : gettext("You have done everything that is asked here."));
  for (const text of standOf(check, plan)) say(text);
  if (plan.phase) parts.push({ text: check.phase_labels[plan.phase], link: `${root}phases/${plan.phase}/` });
  if (plan.focus.length) head(gettext("What comes first"));
  for (const key of plan.focus) {
    parts.push({ level: 2, text: question(key)?.label ?? "" });
    say(gettext("You answered “%(answer)s”.", { answer: labelOf(plan.answers[key]) }));
    if (question(key)?.yes) say(gettext("You are there when: %(meaning)s", { meaning: question(key)?.yes ?? "" }));
  }
  const opening = plan.steps.filter(({ id }) => check.items[id].opens).length;
  if (opening) head(gettext("What to use, in this order"));
  const total = duration(plan.minutes, plan.unknown, opening);
  if (total) say(gettext("Total time: %(duration)s.", { duration: total }));
  plan.steps.forEach(({ id, because }, index) => {
    const item = check.items[id];
    if (index === opening) head(CLOSED);
    parts.push({ level: 2, text: item.opens ? `${index + 1}. ${item.title}` : item.title, link: root + item.address });
    say([item.type, item.time, item.access].filter(Boolean).join(" · "));
    for (const key of because) {
      say(gettext("Because you answered “%(answer)s” to “%(question)s”.", { answer: labelOf(plan.answers[key]), question: question(key)?.label ?? "" }));
    }
  });
  head(gettext("Your answers"));
  const asked = check.questions.filter(({ key }) => !plan.not_asked.includes(key));
  const rows = asked.map(({ key, text }) => [text, labelOf(plan.answers[key]) || gettext("No answer")]);
  parts.push({ head: [gettext("Question"), gettext("Answer")], widths: [75, 25], rows });
  return parts;
}
