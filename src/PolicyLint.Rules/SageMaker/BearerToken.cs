using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3019: calls with a bearer token of any kind are allowed.</summary>
public sealed class BearerToken() : StatementRule(new RuleDescriptor
{
    Id = "PL3019",
    Name = "bearer-token",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Calls.Names,
    Title = "Calls with a bearer token of any kind are allowed",
    Why = "A bearer token is a text that stands for the caller: whoever finds it in a log, a notebook or a shell history calls SageMaker "
        + "with it from anywhere. IAM calls the action a read, and no ARN limits it; the condition key is all there is.",
    Remedy = "Ask for the kind of token in Condition, StringEquals on `sagemaker:BearerTokenType`, and for the network that calls come from.",
    Limits = "AWS does not document which kinds of token there are for SageMaker; those of Amazon Bedrock are SHORT_TERM and LONG_TERM.",
    Sources =
    [
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html",
        "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Calls = new("sagemaker", "CallWithBearerToken");

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (OpenGrant.Find(Calls, statement, context, ConditionScope.None) is { } grant && !statement.Conditions.Constrains("sagemaker:BearerTokenType"))
            grant.Report(context, $"{grant.Lets} use tokens of any kind, which whoever finds one can use as well", grant.IsLimited ? SecuritySeverity.Low : SecuritySeverity.Medium);
    }
}
