// Rows by time, merged from the first message and every tick.
export class History {
  constructor() {
    this.steps = new Map();
  }
  take(resolutions) {
    for (const { step, rows } of resolutions) {
      const all = this.steps.get(step) ?? this.steps.set(step, []).get(step);
      for (const row of rows) {
        let at = all.length;
        while (at > 0 && all[at - 1][0] >= row[0]) at--;
        if (at < all.length && all[at][0] === row[0]) all[at] = row;
        else all.splice(at, 0, row);
      }
      if (all.length > 1500) all.splice(0, all.length - 1500);
    }
  }
  rows(step) {
    return this.steps.get(step) ?? [];
  }
}
