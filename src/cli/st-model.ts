#!/usr/bin/env node
import { company } from '../company/index.ts';
import { main } from './main.ts';
import { perform } from './perform.ts';

const answer = await perform(
  main(process.argv.slice(2), company, {
    colour: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
  }),
);
process.stdout.write(answer.out);
process.stderr.write(answer.err);
process.exitCode = answer.exitCode;
