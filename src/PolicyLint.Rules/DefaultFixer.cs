using PolicyLint.Fixing;
using PolicyLint.Rules.Fixes;

namespace PolicyLint;

/// <summary>Adds the built-in fixes to <see cref="PolicyFixer"/>.</summary>
public static class DefaultFixer
{
    private static readonly PolicyFixer BuiltIn = new(PolicyLinter.Default, BuiltInFixes.All);

    extension(PolicyFixer)
    {
        /// <summary>The built-in rules in the default profile, and their safe fixes.</summary>
        public static PolicyFixer Default => BuiltIn;
    }
}
