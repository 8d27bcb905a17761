using PolicyLint.DocGen;
using PolicyLint.NewRule;

return NewRuleCommand.Run(RepositoryRoot.Find(), args, Console.Out, Console.Error);
