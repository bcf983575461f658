import { parentPort, workerData } from 'node:worker_threads';
import { learnClasses } from '../recognition/problem-classes.ts';
import type { Material } from '../recognition/problem-sentences.ts';

/** A worker's whole life: learns the classes of `workerData`, sends what was learnt, and ends. */
parentPort?.postMessage(learnClasses(workerData as Material));
