/** A plan as a text for an e-mail, and as a table. */

import { dayInWords } from "../shared/days.js";
import { csv } from "../shared/files/csv.js";
import { gettext } from "../shared/messages.js";
import { labelOf } from "./answers.js";

/** @typedef {import("./plan-rules.js").Check & {phase_labels: Record<string, string>}} Check */
/** @typedef {import("./plan-rules.js").Plan} Plan */

/** Above what helps and does not open. */
export const CLOSED = gettext("Would help too, but cannot be opened yet");

/**
 * How long things take together; nothing where no time is known, or fewer than are unknown.
 * @param {number} minutes
 * @param {number} unknown how many have no known length
 * @param {number} all how many there are
 */
export function duration(minutes, unknown, all) {
  if (!minutes || unknown > all - unknown) return "";
  const parts = [Math.floor(minutes / 60) ? `${Math.floor(minutes / 60)} h` : "", minutes % 60 ? `${minutes % 60} min` : ""];
  const known = parts.filter(Boolean).join(" ");
  return unknown
    ? gettext("%(duration)s, not counting %(number)s with no time listed", { duration: known, number: unknown })
    : known;
}

/**
 * How many questions of a stage are answered "yes", of those that are answered at all.
 * @param {Plan["progress"][number]} stage
 */
export function progressOf({ yes, answered, of }) {
  if (!answered) return gettext("Not answered yet");
  const left = of - answered;
  return left
    ? gettext("%(number)s of %(total)s answered “yes”, %(left)s not answered yet", { number: yes, total: answered, left })
    : gettext("%(number)s of %(total)s answered “yes”", { number: yes, total: answered });
}

/**
 * The same for each stage that asks something, with its name.
 * @param {Check} check
 * @param {Plan} plan
 */
export function standOf(check, plan) {
  return plan.progress
    .filter(({ of }) => of)
    .map((one) => {
      const part = check.stages.find(({ id }) => id === one.stage)?.label ?? "";
      return gettext("%(part)s: %(label)s", { part, label: progressOf(one) });
    });
}

/**
 * @param {Check} check
 * @param {Plan} plan
 * @param {{title: string, day: string, address: string, root: string}} page
 * @param {boolean} [isShort] without the steps, for an e-mail, which some programs cut off
 */
export function asText(check, plan, { title, day, address, root }, isShort = false) {
  const question = (/** @type {string} */ key) => check.questions.find((each) => each.key === key);
  const stage = (/** @type {string | null} */ id) => check.stages.find((each) => each.id === id)?.label ?? "";
  const lines = [title];
  if (day) lines.push(gettext("Answers from %(day)s", { day: dayInWords(day) }));
  lines.push("");
  if (plan.reached) lines.push(gettext("Reached: %(stage)s.", { stage: stage(plan.reached) }));
  if (plan.next) lines.push(gettext("On the way to: %(stage)s.", { stage: stage(plan.next) }));
  lines.push(...standOf(check, plan));
  if (plan.phase) lines.push(check.phase_labels[plan.phase]);
  if (plan.focus.length) lines.push("", gettext("What comes first"));
  plan.focus.forEach((key, index) => {
    lines.push(`${index + 1}. ${question(key)?.label} (${labelOf(plan.answers[key])})`);
    if (question(key)?.yes && !isShort) lines.push(`   ${gettext("You are there when: %(meaning)s", { meaning: question(key)?.yes ?? "" })}`);
  });
  const steps = isShort ? [] : plan.steps;
  const opening = steps.filter(({ id }) => check.items[id].opens).length;
  if (opening) lines.push("", gettext("What to use, in this order"));
  steps.forEach(({ id, because }, index) => {
    const item = check.items[id];
    if (index === opening) lines.push("", CLOSED);
    lines.push(`${item.opens ? `${index + 1}.` : "-"} ${item.title}`, `   ${[item.type, item.time, item.access].filter(Boolean).join(", ")}`);
    lines.push(`   ${because.map((key) => question(key)?.label).join("; ")}`, `   ${root}${item.address}`);
  });
  lines.push("", gettext("The plan, to view and change:"), address);
  return `${lines.join("\n")}\n`;
}

/**
 * @param {Check} check
 * @param {Plan} plan
 * @param {string} root the complete address of the site
 */
export function asCsv(check, plan, root) {
  const labels = (/** @type {string[]} */ keys) =>
    keys.map((key) => `${check.questions.find((each) => each.key === key)?.label} (${labelOf(plan.answers[key])})`);
  const head = ["place", "id", "title", "type", "time", "access", "because", "page"];
  const rows = plan.steps.map(({ id, because }, index) => {
    const item = check.items[id];
    return [`${index + 1}`, id, item.title, item.type ?? "", item.time ?? "", item.access ?? "", labels(because).join("; "), root + item.address];
  });
  return csv([head, ...rows]);
}
