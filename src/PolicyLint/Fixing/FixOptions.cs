using System.Collections.Immutable;

namespace PolicyLint.Fixing;

/// <summary>Which fixes are made.</summary>
public sealed record FixOptions
{
    /// <summary>The safe fixes, of every rule.</summary>
    public static FixOptions Default { get; } = new();

    /// <summary>Whether fixes that may change what is granted are made too.</summary>
    public bool Unsafe { get; init; }

    /// <summary>The names of fixes, or ids of rules, that are made; empty for all. Case does not matter.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>Whether a fix is made. One that <see cref="PolicyFix.AllowsMore"/> has to be named.</summary>
    public bool Accepts(PolicyFix fix)
    {
        ArgumentNullException.ThrowIfNull(fix);
        bool isNamed = Only.Any(name => Is(name, fix.Name) || fix.Findings.Any(finding => Is(name, finding.Rule.Id)));
        return (isNamed || Only.IsEmpty)
            && (isNamed || !fix.AllowsMore)
            && (Unsafe || fix.Safety == FixSafety.Safe);
    }

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
