using PolicyLint.Analysis;

namespace PolicyLint.Rules.Correctness;

/// <summary>PL2111: a resource control policy denies more callers than it is about.</summary>
public sealed class RcpHitsOthers() : StatementRule(new RuleDescriptor
{
    Id = "PL2111",
    Name = "rcp-hits-others",
    Category = RuleCategory.Correctness,
    DefaultSeverity = Severity.Warning,
    AppliesTo = PolicyTypes.Rcp,
    LooksAt = Effect.Deny,
    Needs = StatementParts.Condition,
    IssueCodes = [IssueCodes.RcpMissingRelatedPrincipalConditionKey, IssueCodes.RcpMissingRelatedServicePrincipalConditionKey, IssueCodes.RcpMissingServiceConditionKeyNullCheck],
    Title = "A resource control policy denies more callers than it is about",
    Why = "A resource control policy reaches people, roles and AWS's own services alike. A condition on the caller's organization is also true for a service that acts for you, and one on the service's source is also true for people: neither has the key, and the Deny hits them.",
    Remedy = "Beside a key of the caller write `\"BoolIfExists\": {\"aws:PrincipalIsAWSService\": \"false\"}`. Beside a key of the source write the same with `\"true\"`, and `\"Null\": {\"aws:SourceAccount\": \"false\"}`.",
    Limits = "Outside the profile of the service only operators that hold without their key are reported: negated ones, and those with IfExists.",
    Sources =
    [
        "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-rcp-missing-related-principal-condition-key",
    ],
    Since = "0.1.0",
})
{
    private const string IsService = "aws:PrincipalIsAWSService";
    private static readonly string[] KeysOfCaller = ["aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalTag/"];
    private static readonly string[] KeysOfSource = ["aws:SourceOrgID", "aws:SourceOrgPaths", "aws:SourceAccount", "aws:SourceArn"];

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        // The service reports a key with whatever operator; only one that holds without its key hits others.
        bool isService = context.Options.Profile == RuleProfile.AccessAnalyzer;
        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (term.Operator is null or { Family: OperatorFamily.Null } || (!isService && !term.TrueWhenAbsent))
                continue;

            if (IsOneOf(term, KeysOfCaller))
                CheckCaller(term, statement.Conditions, context);
            else if (IsOneOf(term, KeysOfSource))
                CheckSource(term, statement.Conditions, context);
        }
    }

    private static void CheckCaller(ConditionTerm term, ConditionAccess conditions, RuleContext context)
    {
        if (!Asks(conditions, IsService, "false"))
            context.As(IssueCodes.RcpMissingRelatedPrincipalConditionKey).Report(term.Entry.Key, $"AWS services that act for you have no {term.Entry.Key.Quoted()} and are denied too: add `{IsService}` `false`");
    }

    private static void CheckSource(ConditionTerm term, ConditionAccess conditions, RuleContext context)
    {
        if (!Asks(conditions, IsService, "true"))
            context.As(IssueCodes.RcpMissingRelatedServicePrincipalConditionKey).Report(term.Entry.Key, $"Users and roles have no {term.Entry.Key.Quoted()} and are denied too: add `{IsService}` `true`");

        if (!IsPresent(conditions, "aws:SourceAccount") && !IsPresent(conditions, "aws:SourceArn"))
            context.As(IssueCodes.RcpMissingServiceConditionKeyNullCheck).Report(term.Entry.Key, $"A service may call without {term.Entry.Key.Quoted()} and is then denied: add `Null` `aws:SourceAccount` `false`");
    }

    private static bool Asks(ConditionAccess conditions, string key, string value)
    {
        foreach (ConditionTerm term in conditions.Terms)
        {
            if (term.Operator?.Family == OperatorFamily.Bool && term.IsAbout(key) && term.Entry.Values is [var only] && only.Text.Equals(value, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsPresent(ConditionAccess conditions, string key)
    {
        foreach (ConditionTerm term in conditions.Terms)
        {
            if (term.Operator?.Family == OperatorFamily.Null && term.IsAbout(key) && term.Entry.Values is [var only] && only.Text.Equals("false", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsOneOf(ConditionTerm term, string[] keys)
    {
        foreach (string key in keys)
        {
            if (term.IsAbout(key))
                return true;
        }

        return false;
    }
}
