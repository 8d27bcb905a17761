using PolicyLint.Rules;

namespace PolicyLint;

/// <summary>Adds the built-in rules to <see cref="PolicyLinter"/>.</summary>
public static class DefaultLinter
{
    private static readonly PolicyLinter BuiltIn = new(BuiltInRules.All);

    extension(PolicyLinter)
    {
        /// <summary>The built-in rules in the default profile.</summary>
        public static PolicyLinter Default => BuiltIn;
    }
}
