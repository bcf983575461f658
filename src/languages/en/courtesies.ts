import type { Command, CommandWords } from '../commands.ts';

/** How people greet and thank, in English. */
export const courtesiesInEnglish: Readonly<Record<Extract<Command, 'thanks' | 'greeting'>, CommandWords>> = {
  thanks: {
    whole: [
      'thanks',
      'thank you',
      'thx',
      'ty',
      'cheers',
      'thanks a lot',
      'many thanks',
      'great thanks',
      'ok thanks',
      ...[
        'thank you so much',
        'thank you very much',
        'thanks so much',
        'thanks for your help',
        'thanks for the help',
      ],
      ...[
        'much appreciated',
        'appreciate it',
        'tysm',
        'great thank you',
        'thanks man',
        'thanks anyway',
        'alright thanks',
      ],
    ],
  },
  greeting: {
    whole: [
      ...[
        'hi',
        'hello',
        'hey',
        'hi there',
        'good morning',
        'good evening',
        'good afternoon',
        'yo',
        'hello there',
      ],
      ...[
        'hiya',
        'howdy',
        'hey there',
        'hi all',
        'hello everyone',
        'hi everyone',
        'greetings',
        'good day',
        'morning',
      ],
      ...[
        'can you help me',
        'could you help me',
        'can you help',
        'i need help',
        'i have a question',
        'quick question',
      ],
      ...[
        'i have a problem',
        'can i ask you something',
        'can i ask a question',
        'i need some help',
        'please help me',
      ],
      ...[
        'can someone help me',
        'can anyone help me',
        'got a minute',
        'question',
        'help me',
        'help me please',
      ],
    ],
  },
};
