// Why the machine says so, in words: `label:Họ và tên` -> đọc cạnh nhãn “Họ và tên”.
import { hasMessage, type Language, message } from '../../core/messages/index.ts';

/** One sentence part for each rule; a rule without words is named as it is. */
export function evidenceWords(lang: Language, evidence: readonly string[]): string[] {
  const [only] = evidence;
  if (evidence.length === 1 && hasMessage(`evidence.only.${only}`))
    return [message(lang, `evidence.only.${only}`)];
  return evidence.map((rule) => wordsOf(lang, rule));
}

function wordsOf(lang: Language, rule: string): string {
  if (hasMessage(`evidence.${rule}`)) return message(lang, `evidence.${rule}`);
  const colon = rule.indexOf(':');
  const head = `evidence.${colon < 0 ? rule : rule.slice(0, colon)}`;
  return colon > 0 && hasMessage(head) ? message(lang, head, { text: rule.slice(colon + 1) }) : rule;
}
