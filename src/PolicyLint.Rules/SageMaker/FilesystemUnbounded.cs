using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3068: a condition names a file system and leaves directory, mode or type open.</summary>
public sealed class FilesystemUnbounded() : StatementRule(new RuleDescriptor
{
    Id = "PL3068",
    Name = "filesystem-unbounded",
    Category = RuleCategory.SageMaker,
    DefaultSeverity = Severity.Suggestion,
    Profile = RuleProfile.Hardened,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Services = ["sagemaker"],
    Needs = StatementParts.Condition,
    Title = "A file system is limited in part",
    Why = "A training job reads and writes the file system past the permissions of its files. With only the file system named, the "
        + "job mounts every directory of it, and writes where reading was meant.",
    Remedy = "Give all four keys: `sagemaker:FileSystemId`, `sagemaker:FileSystemDirectoryPath`, `sagemaker:FileSystemAccessMode` and `sagemaker:FileSystemType`.",
    Limits = "Statements that name none of the keys are not looked at.",
    Sources =
    [
        "https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html",
        "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_FileSystemDataSource.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly string[] Keys =
    [
        "sagemaker:FileSystemId",
        "sagemaker:FileSystemDirectoryPath",
        "sagemaker:FileSystemAccessMode",
        "sagemaker:FileSystemType",
    ];

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        ConditionTerm? first = null;
        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (term.Narrows && Keys.Any(key => term.IsAbout(key)))
                first ??= term;
        }

        if (first is null)
            return;

        // What a template leaves open is still a limit: only the missing keys are looked for.
        List<string> missing = [.. Keys.Where(key => !statement.Conditions.Mentions(key))];
        if (missing.Count > 0 && statement.Policy.GrantedBy(statement).Overlaps(context.Catalog.ActionsThatKnow(Keys[0])))
            context.Report(first.Entry.Key, $"{first.Entry.Key.Quoted()} limits a part of the file system access only: {missing.Listed()} stay open");
    }
}
