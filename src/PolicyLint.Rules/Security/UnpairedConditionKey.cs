using PolicyLint.Analysis;

namespace PolicyLint.Rules.Security;

/// <summary>PL1033: a condition key that is safe only together with another.</summary>
public sealed class UnpairedConditionKey() : StatementRule(new RuleDescriptor
{
    Id = "PL1033",
    Name = "unpaired-condition-key",
    Category = RuleCategory.Security,
    Needs = StatementParts.Condition,
    SecuritySeverity = SecuritySeverity.Medium,
    IssueCodes = [IssueCodes.MissingPairedConditionKeys],
    Title = "A condition key that is safe only together with another",
    Why = "Private addresses are the same in every network: a condition on `aws:VpcSourceIp` alone also holds for somebody else's VPC. The ARN of a bucket names no account: when the bucket is deleted, whoever makes one of that name passes a condition on `aws:SourceArn`.",
    Remedy = "Beside `aws:VpcSourceIp` ask for `aws:SourceVpc`, `aws:SourceVpce` or `aws:SourceVpcArn`. Beside an `aws:SourceArn` without an account ask for `aws:SourceAccount`.",
    Limits = "Of `aws:SourceArn` only statements are looked at that let everybody or a service in, and values that leave the account open.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpcsourceip",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-missing-paired-condition-keys",
    ],
    Since = "0.1.0",
})
{
    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Condition is null)
            return;

        ConditionAccess conditions = statement.Conditions;
        foreach (ConditionTerm term in conditions.Terms)
        {
            if (term.Operator is null or { Family: OperatorFamily.Null })
                continue;

            if (term.IsAbout("aws:VpcSourceIp") && !NamesNetwork(conditions))
                context.Report(term.Entry.Key, $"{term.Entry.Key.Quoted()} alone also holds for the same addresses in other networks: ask for `aws:SourceVpc` or `aws:SourceVpce` too");
            else if (term.IsAbout("aws:SourceArn") && LetsStrangersIn(statement.Statement) && !NamesAccount(conditions) && LeavesAccountOpen(term))
                context.Report(term.Entry.Key, $"{term.Entry.Key.Quoted()} leaves the account open: ask for `aws:SourceAccount` too");
        }
    }

    private static bool NamesNetwork(ConditionAccess conditions) =>
        conditions.Mentions("aws:SourceVpc") || conditions.Mentions("aws:SourceVpce") || conditions.Mentions("aws:SourceVpcArn");

    private static bool NamesAccount(ConditionAccess conditions) =>
        conditions.Mentions("aws:SourceAccount") || conditions.Mentions("aws:SourceOrgID") || conditions.Mentions("aws:SourceOrgPaths")
        || conditions.Mentions("aws:PrincipalAccount") || conditions.Mentions("aws:PrincipalOrgID") || conditions.Mentions("aws:PrincipalOrgPaths");

    private static bool LetsStrangersIn(Statement statement)
    {
        if (statement is not { Effect: Effect.Allow, Principal: { } principal })
            return false;

        if (principal.IsEverybody)
            return true;

        foreach (PolicyStringList entry in principal.Entries)
        {
            if (entry.Name == "Service")
                return true;
        }

        return false;
    }

    private static bool LeavesAccountOpen(ConditionTerm term)
    {
        foreach (ConditionValue value in term.Entry.Values)
        {
            if (ArnPattern.TryParse(value.Text, policyVariables: true, out ArnPattern? arn) && (arn.Account.Text.Length == 0 || arn.Account.MatchesEverything))
                return true;
        }

        return false;
    }
}
