namespace PolicyLint;

/// <summary>Adds the built-in rules to <see cref="PolicyGate"/>.</summary>
public static class DefaultGate
{
    private static readonly PolicyGate BuiltIn = new(PolicyLinter.Default);

    extension(PolicyGate)
    {
        /// <summary>The built-in rules in the default profile, nobody else asked, the text as it was written.</summary>
        public static PolicyGate Default => BuiltIn;
    }
}
