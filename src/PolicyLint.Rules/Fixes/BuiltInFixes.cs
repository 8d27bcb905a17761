using System.Collections.Immutable;
using PolicyLint.Fixing;

namespace PolicyLint.Rules.Fixes;

/// <summary>The fixes, by the names of the rules that they are for. Rules know nothing of them.</summary>
public static class BuiltInFixes
{
    /// <summary>The fixes, with examples where an account would have to be known.</summary>
    public static ImmutableArray<IFixProvider> All { get; } = With(FixSettings.Default);

    /// <summary>The fixes for an account and its people.</summary>
    /// <param name="settings">What unsafe fixes have to be told.</param>
    public static ImmutableArray<IFixProvider> With(FixSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return
        [
            .. GrammarFixes.All,
            new CurrentVersion(),
            new ActionCase(),
            new RedundantActions(),
            new RedundantResources(),
            new RepeatedStatements(),
            new PersonasPart(settings),
            new NamedActions("wildcard-hides-high-risk", settings),
            new NamedActions("sagemaker-write-wildcard", settings),
            new NamedRoles("passrole-any-role", settings),
            new NamedRoles("passrole-no-passedtoservice", settings),
            new TagsOfNewThings(),
            new NamedResources(settings),
            new StarOfItsOwn(),
        ];
    }
}
