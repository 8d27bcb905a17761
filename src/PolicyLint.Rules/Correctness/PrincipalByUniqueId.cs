using System.Buffers;
using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2102: a Principal is the id of a role or user and no ARN.</summary>
public sealed class PrincipalByUniqueId() : StatementRule(new RuleDescriptor
{
    Id = "PL2102",
    Name = "principal-by-unique-id",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Warning,
    AppliesTo = PolicyTypes.Resource | PolicyTypes.Trust | PolicyTypes.VpcEndpoint,
    IssueCodes = [IssueCodes.InvalidRoleReference, IssueCodes.InvalidUserReference],
    Title = "A Principal is the id of a role or user and no ARN",
    Why = "IAM shows the unique id in the place of the ARN once the role or user is deleted. The statement then means nobody, also when a principal of the old name is made again.",
    Remedy = "Write the ARN of the principal that is meant, or take the value out.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-invalid-role-reference",
    ],
    Since = "0.1.0",
})
{
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        Check(statement.Statement.Principal, context);
        Check(statement.Statement.NotPrincipal, context);
    }

    private static void Check(Principal? principal, RuleContext context)
    {
        if (!principal.Has(PrincipalValues.Account))
            return;

        foreach (PolicyString value in principal.Of(PrincipalValues.Account))
        {
            if (IsUniqueId(value.Value, "AROA"))
                context.As(IssueCodes.InvalidRoleReference).Report(value, $"{value.Quoted()} is the id of a role that may be deleted: name the role by its ARN");
            else if (IsUniqueId(value.Value, "AIDA"))
                context.As(IssueCodes.InvalidUserReference).Report(value, $"{value.Quoted()} is the id of a user that may be deleted: name the user by its ARN");
        }
    }

    // "Unique identifiers": four letters tell the kind, the rest are capitals and digits.
    private static bool IsUniqueId(string text, string kind) =>
        text.Length >= 16 && text.StartsWith(kind, StringComparison.Ordinal) && text.AsSpan().IndexOfAnyExcept(IdCharacters) < 0;
}
