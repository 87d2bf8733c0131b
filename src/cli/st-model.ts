#!/usr/bin/env node
import { company } from '../company/index.ts';
import { main } from './main.ts';
import { perform } from './perform.ts';

/** Whoever reads the output may have read enough, as `head` does: what is left goes nowhere, quietly. */
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

const answer = await perform(
  main(process.argv.slice(2), company, {
    colour: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
  }),
);
process.stdout.write(answer.out);
process.stderr.write(answer.err);
process.exitCode = answer.exitCode;
