using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.Security;

/// <summary>PL1015: a role may be passed to services that were not meant.</summary>
public sealed class PassRoleServiceTooWide() : StatementRule(new RuleDescriptor
{
    Id = "PL1015",
    Name = "passrole-service-too-wide",
    Category = RuleCategory.Security,
    SecuritySeverity = SecuritySeverity.Medium,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = ["iam:PassRole"],
    Needs = StatementParts.Condition,
    Title = "A role may be passed to services that were not meant",
    Why = "`iam:PassedToService` is what keeps a role with the service it was made for. A wildcard lets every service have it that its trust policy lets in; a list that mixes SageMaker with services that run any program gives each of them the same; and a name that no service has is never true.",
    Remedy = "Write StringEquals with the one service, such as `sagemaker.amazonaws.com`; for another service write another statement, with its role.",
    Limits = "Whom the role trusts is not in the policy. With IfExists, with a negated operator and with ForAllValues the condition keeps nothing out; where no other finding says so, this one does.",
    Sources =
    [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_PassedToService",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
    ],
    Since = "0.1.0",
})
{
    private const string Key = "iam:PassedToService";
    private const string SageMaker = "sagemaker.amazonaws.com";

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (statement.Statement.Condition is null || !statement.Conditions.Mentions(Key) || PassRoleGrant.Find(statement, context.Catalog) is not { } grant)
            return;

        foreach (ConditionTerm term in statement.Conditions.Terms)
        {
            if (term.IsAbout(Key) && term.Operator is { Family: OperatorFamily.String } @operator)
                Check(term, @operator, grant, context);
        }
    }

    private static void Check(ConditionTerm term, ConditionOperator @operator, PassRoleGrant grant, RuleContext context)
    {
        if (@operator.IsNegated || @operator.IfExists || @operator.Qualifier == SetQualifier.ForAllValues)
        {
            context.Report(term.Clause.OperatorText, $"{term.Clause.OperatorText.Quoted()} on {term.Entry.Key.Quoted()} keeps no service from having the role that {grant.Giver} hands over", related: (term.Entry.Key, "this key"));
            return;
        }

        bool namesSageMaker = false;
        ConditionValue? compute = null;
        foreach (ConditionValue value in term.Entry.Values)
        {
            if (value.HasUnknown)
                continue;

            CheckValue(value, @operator, grant, context);
            namesSageMaker |= value.Text == SageMaker;
            compute ??= RunsAnyProgram(value.Text) ? value : null;
        }

        if (namesSageMaker && compute is not null)
            context.Report(compute, $"{compute.Text.Quoted()} may have the same role as SageMaker, and runs any program with it");
    }

    private static void CheckValue(ConditionValue value, ConditionOperator @operator, PassRoleGrant grant, RuleContext context)
    {
        if (value.Text.AsSpan().ContainsAny('*', '?'))
        {
            if (@operator.AllowsWildcards)
                context.Report(value, $"{grant.Giver} lets the caller hand the role to every service that fits {value.Text.Quoted()}");
        }
        else if (!IsPrincipal(value.Text, @operator))
        {
            context.Report(value, $"{value.Text.Quoted()} is no service principal, so that {grant.Giver} is not allowed for it");
        }
    }

    // Principals are host names in lower case, in the partitions under other domains: ec2.amazonaws.com.cn.
    // sagemaker-runtime is an endpoint that nobody is called by.
    private static bool IsPrincipal(string text, ConditionOperator @operator)
    {
        if (text.Contains("${", StringComparison.Ordinal))
            return true;

        bool ignoresCase = @operator.Name.EndsWith("IgnoreCase", StringComparison.Ordinal);
        return text.Contains('.', StringComparison.Ordinal)
            && (ignoresCase || !text.AsSpan().ContainsAnyInRange('A', 'Z'))
            && !text.StartsWith("sagemaker-runtime.", StringComparison.OrdinalIgnoreCase)
            && !text.StartsWith("runtime.sagemaker.", StringComparison.OrdinalIgnoreCase);
    }

    private static bool RunsAnyProgram(string principal) => principal is
        "ec2.amazonaws.com" or "lambda.amazonaws.com" or "ecs-tasks.amazonaws.com" or "glue.amazonaws.com"
        or "cloudformation.amazonaws.com" or "states.amazonaws.com" or "codebuild.amazonaws.com";
}
