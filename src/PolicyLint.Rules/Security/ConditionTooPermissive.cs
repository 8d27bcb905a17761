using PolicyLint.Analysis;

namespace PolicyLint.Rules.Security;

/// <summary>PL1025: a condition that should name one account or organization takes many.</summary>
public sealed class ConditionTooPermissive() : StatementRule(new RuleDescriptor
{
    Id = "PL1025",
    Name = "condition-too-permissive",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.Medium,
    AppliesTo = PolicyTypes.Resource | PolicyTypes.Trust,
    LooksAt = Effect.Allow,
    Needs = StatementParts.Condition,
    IssueCodes = [IssueCodes.WildcardUsageTooPermissive, IssueCodes.VariableUsageTooPermissive],
    Title = "A condition that should name one account or organization takes many",
    Why = "A wildcard in the id of an account, an organization, a VPC or an endpoint lets in those of strangers: nobody can know which ids AWS gives to others. A policy variable there is as good as a wildcard where the caller decides what it stands for.",
    Remedy = "Write the ids in full. In other values put at least six fixed characters before a wildcard.",
    Limits = "Outside the profile of the service only wildcards in ids are reported. Identity policies are not looked at: there AWS takes wildcards and variables in these keys.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-wildcard-usage-too-permissive",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-variable-usage-too-permissive",
    ],
    Since = "0.1.0",
})
{
    private const int FixedCharacters = 6;
    private const string UserId = "aws:userid";

    private static readonly string[] Ids =
    [
        "aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:ResourceAccount", "aws:ResourceOrgID", "aws:SourceAccount",
        "aws:SourceOrgID", "aws:SourceVpc", "aws:SourceVpce", "aws:VpceAccount", "aws:VpceOrgID",
    ];

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        bool hasVariables = statement.Policy.Document.HasPolicyVariables;
        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (term.Operator is { IsNegated: false, Family: OperatorFamily.String or OperatorFamily.Arn } known)
                Check(term, known.AllowsWildcards, hasVariables, context);
        }
    }

    // Beside the ids, the service asks for six fixed characters in a token's subject, and for a whole half of a user id. A
    // variable for an id may well be right: aws:PrincipalAccount equal to ${aws:ResourceAccount}.
    private static void Check(ConditionTerm term, bool hasWildcards, bool hasVariables, RuleContext context)
    {
        bool isService = context.Options.Profile == RuleProfile.AccessAnalyzer;
        bool isId = IsId(term);
        if (!isId && !(isService && (term.IsAbout(UserId) || IsSubject(term.Entry.Key.Value))))
            return;

        foreach (ConditionValue value in term.Entry.Values)
        {
            if (hasWildcards && IsTooOpen(value.Text, static (text, at) => text[at] is '*' or '?', isId, term))
                context.As(IssueCodes.WildcardUsageTooPermissive).Report(value, $"The wildcard in {value.Text.Quoted()} lets {term.Entry.Key.Quoted()} be that of strangers");
            else if (isService && hasVariables && IsTooOpen(value.Text, static (text, at) => text.AsSpan(at).StartsWith("${", StringComparison.Ordinal), isId, term))
                context.As(IssueCodes.VariableUsageTooPermissive).Report(value, $"The policy variable in {value.Text.Quoted()} lets {term.Entry.Key.Quoted()} be what the caller wants");
        }
    }

    private static bool IsTooOpen(string text, Func<string, int, bool> isOpen, bool isId, ConditionTerm term)
    {
        int fixedBefore = 0;
        bool isAfterColon = false;
        for (int at = 0; at < text.Length; at++)
        {
            if (isOpen(text, at))
            {
                bool isTooOpen = term.IsAbout(UserId) ? !isAfterColon && !IsWholeLeftHalf(text, at) : fixedBefore < FixedCharacters;
                if (isId || isTooOpen)
                    return true;

                fixedBefore = 0;
                continue;
            }

            isAfterColon |= text[at] == ':';
            fixedBefore = text[at] is ':' or '*' or '?' ? 0 : fixedBefore + 1;
        }

        return false;
    }

    private static bool IsWholeLeftHalf(string text, int at) => at == 0 && text.AsSpan(1).StartsWith(":", StringComparison.Ordinal);

    // The subject of an identity provider's token: its keys start with a host.
    private static bool IsSubject(string key)
    {
        int colon = key.LastIndexOf(':');
        return colon > 0 && key.AsSpan(0, colon).Contains('.') && key.AsSpan(colon + 1).Equals("sub", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsId(ConditionTerm term)
    {
        foreach (string id in Ids)
        {
            if (term.IsAbout(id))
                return true;
        }

        return false;
    }
}
