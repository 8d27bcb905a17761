using PolicyLint.Rules;

namespace PolicyLint;

/// <summary>Adds the built-in rules to <see cref="PolicyLinter"/> and <see cref="PolicyGate"/>.</summary>
public static class DefaultLinter
{
    private static readonly PolicyLinter BuiltIn = new(BuiltInRules.All);
    private static readonly PolicyGate BuiltInGate = new(BuiltIn);

    extension(PolicyLinter)
    {
        /// <summary>The built-in rules in the default profile.</summary>
        public static PolicyLinter Default => BuiltIn;
    }

    extension(PolicyGate)
    {
        /// <summary>The built-in rules in the default profile, nobody else asked, the text as it was written.</summary>
        public static PolicyGate Default => BuiltInGate;
    }
}
