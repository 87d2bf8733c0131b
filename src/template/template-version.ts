/** Goes up with every change of the layout that an inserted model cannot follow by itself. */
export const templateVersion = 1;
