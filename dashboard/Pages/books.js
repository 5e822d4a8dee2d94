// The books: what is checked all the while, and the last full count.
import { $, el } from './dom.js';
import { t } from './choices.js';
import { ms, moment } from './numbers.js';

function checkRow(check, passText) {
  const passed = check.passed;
  return el(
    'li',
    { class: passed ? '' : 'failed', 'data-check': check.name },
    el('span', { class: 'dot' + (passed ? '' : ' bad') }),
    el('span', { class: 'what' }, t(check.name).replaceAll('-', ' ')),
    el('span', { class: 'word' }, passed ? t('pass') : t('FAIL')),
    el('small', {}, passText ?? check.detail),
  );
}

export function drawBooks(tick) {
  const rows = tick.checks.map(check => checkRow(check));
  if (tick.audit) {
    const passed = tick.audit.checks.filter(check => check.passed).length;
    rows.push(
      checkRow({
        name: 'full count',
        passed: tick.audit.passed,
        detail:
          `${passed} of ${tick.audit.checks.length} invariants, ` +
          `${moment(tick.audit.at)}, ${ms(tick.audit.tookMs)}`,
      }),
    );
  }
  $('books').replaceChildren(
    ...(rows.length ? rows : [el('li', { class: 'empty' }, 'run the audit from the Audit page')]),
  );
}
