using System.Collections.Immutable;
using PolicyLint.Rules.Correctness;
using PolicyLint.Rules.Maintainability;

namespace PolicyLint.Rules;

/// <summary>The built-in rules, in the order of their ids. A new rule is added here by <c>eng/NewRule</c>.</summary>
public static class BuiltInRules
{
    /// <summary>Every built-in rule.</summary>
    public static ImmutableArray<Rule> All { get; } =
    [
        new UnknownService(), // PL2001
        new UnknownAction(), // PL2002
        new ActionPatternMatchesNothing(), // PL2003
        new UnknownConditionOperator(), // PL2004
        new UnknownConditionKey(), // PL2005
        new ConditionOperatorTypeMismatch(), // PL2006
        new InvalidArn(), // PL2007
        new ResourceTypeMismatch(), // PL2008
        new NoResourceLevel(), // PL2009
        new MalformedAction(), // PL2011
        new DuplicateSid(), // PL2030
        new VersionMissingOrOld(), // PL4001
        new PolicySize(), // PL4002
        new RepeatedSid(), // PL4003
    ];
}
