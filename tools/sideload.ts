import { spawn } from 'node:child_process';
import { planSideload, saysFailure } from './sideload-plan.ts';

/** Runs office-addin-debugging, shows what it prints, and gives 1 where that tells of a failure. */
const debug = (args: readonly string[]): Promise<0 | 1> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['node_modules/office-addin-debugging/cli.js', ...args], {
      stdio: ['inherit', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const)
      from.on('data', (piece: Buffer) => {
        printed += piece.toString();
        to.write(piece);
      });
    child.on('close', (code) => resolve(code === 0 && !saysFailure(printed) ? 0 : 1));
  });

const plan = planSideload(process.platform, process.argv.slice(2));
if ('run' in plan) process.exitCode = await debug(plan.run);
else {
  console.error(plan.say);
  process.exitCode = plan.exitCode;
}
