import { describe, expect, it } from 'vitest';
import { concernedLessons } from '../../src/recognition/concerned-lessons.ts';
import { type Lesson, lessonTable } from '../../src/recognition/lessons.ts';

const classes = 500;
const ownLessons = 6;

/** Lessons of many classes; each has a feature of its class, and one that it shares with the next class. */
function manyLessons(): Lesson[] {
  return Array.from({ length: classes * ownLessons }, (_, at) => {
    const about = Math.floor(at / ownLessons);
    return {
      about,
      vector: { ids: Int32Array.of(about, (about + 1) % classes), weights: Float32Array.of(0.8, 0.6) },
    };
  });
}

describe('concernedLessons', () => {
  const lessons = manyLessons();
  const concerned = concernedLessons(lessonTable(lessons), classes);

  it.each([0, 250, 499])('keeps the lessons of class %d and of its neighbours', (about) => {
    const kept = new Set(concerned(about));
    for (const other of [about - 1, about, about + 1].map((one) => (one + classes) % classes))
      for (let own = 0; own < ownLessons; own += 1) expect(kept.has(other * ownLessons + own)).toBe(true);
  });

  it('keeps some of all others, each once and in order', () => {
    const kept = Array.from(concerned(7));
    expect(kept).toEqual([...new Set(kept)].sort((one, two) => one - two));
    expect(kept.length).toBeGreaterThan(lessons.length / 10);
    expect(kept.length).toBeLessThan(lessons.length / 2);
  });
});
