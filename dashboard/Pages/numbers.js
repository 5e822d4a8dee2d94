// Numbers, amounts, lengths of time and moments as people read them.
import { choice, isChinese } from './choices.js';

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const one = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const two = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export const count = n => whole.format(Math.floor(n));

export function short(n) {
  const size = Math.abs(n);
  if (choice.units === 'wan') {
    return size >= 1e8
      ? two.format(n / 1e8) + '亿'
      : size >= 1e4
        ? one.format(n / 1e4) + '万'
        : size < 10 && n % 1
          ? one.format(n)
          : whole.format(n);
  }
  return size >= 1e9
    ? two.format(n / 1e9) + 'bn'
    : size >= 1e6
      ? one.format(n / 1e6) + 'm'
      : size >= 1e4
        ? one.format(n / 1e3) + 'k'
        : size < 10 && n % 1
          ? one.format(n)
          : whole.format(n);
}

export const yuan = fen => '¥' + whole.format(Math.floor(fen / 100));
export const money = fen => '¥' + short(fen / 100);
export const exact = fen => '¥' + two.format(fen / 100);
export const percent = (share, digits = 1) => (share * 100).toFixed(digits) + '%';
export const bytes = n => (n >= 1e9 ? one.format(n / 1e9) + ' GB' : whole.format(n / 1e6) + ' MB');

export function ms(n) {
  return n === null || n === undefined
    ? '–'
    : n >= 86.4e6 * 2
      ? one.format(n / 86.4e6) + ' d'
      : n >= 7.2e6
        ? one.format(n / 3.6e6) + ' h'
        : n >= 120e3
          ? one.format(n / 60e3) + ' min'
          : n >= 10e3
            ? one.format(n / 1e3) + ' s'
            : n >= 1e3
              ? two.format(n / 1e3) + ' s'
              : n >= 100
                ? whole.format(n) + ' ms'
                : n >= 1
                  ? one.format(n) + ' ms'
                  : n.toFixed(2) + ' ms';
}

export const msAxis = n =>
  n >= 1e3 ? whole.format(n / 1e3) + ' s' : n >= 1 ? whole.format(n) + ' ms' : n + ' ms';

const china = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const dayIn = language =>
  new Intl.DateTimeFormat(language, { timeZone: 'Asia/Shanghai', day: 'numeric', month: 'short' });
const [day, chineseDay] = [dayIn('en-GB'), dayIn('zh-CN')];
export const date = at => (isChinese() ? chineseDay : day).format(at);
export const clock = at => china.format(at);
export const moment = at => date(at) + ' ' + china.format(at);
