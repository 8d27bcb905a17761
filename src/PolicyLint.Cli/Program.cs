using PolicyLint.Cli;

return new Application(Terminal.OfProcess()).Run(args);
