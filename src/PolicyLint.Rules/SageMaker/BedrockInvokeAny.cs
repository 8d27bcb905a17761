using PolicyLint.Analysis;
using PolicyLint.Rules.Access;

namespace PolicyLint.Rules.SageMaker;

/// <summary>PL3029: every model of Amazon Bedrock may be invoked.</summary>
public sealed class BedrockInvokeAny() : StatementRule(new RuleDescriptor
{
    Id = "PL3029",
    Name = "bedrock-invoke-any",
    Category = RuleCategory.SageMaker,
    SecuritySeverity = SecuritySeverity.Medium,
    ClaimsOpenAccess = true,
    AppliesTo = PolicyTypes.Identity,
    LooksAt = Effect.Allow,
    Actions = Invoking.Names,
    Title = "Every model of Amazon Bedrock may be invoked",
    Why = "There is no bound to the price of a call, and none to where data goes: models of the marketplace and of other teams "
        + "are among those that the caller may send it to. IAM calls the actions reads.",
    Remedy = "Name the models: `arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0`, with an empty account. An inference "
        + "profile needs its own ARN and those of its models.",
    Limits = "Every foundation model, but no other kind, is a low risk. What customization jobs do with a passed role is for the rules about iam:PassRole.",
    Sources =
    [
        "https://docs.aws.amazon.com/bedrock/latest/userguide/security_iam_id-based-policy-examples.html",
        "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html",
    ],
    Since = "0.1.0",
})
{
    private static readonly ActionGroup Invoking = new("bedrock", "InvokeModel", "InvokeModelWithResponseStream") { On = ["foundation-model"] };

    private static readonly ActionGroup InvokingOwn = new("bedrock", "InvokeModel", "InvokeModelWithResponseStream") { On = ["custom-model-deployment", "provisioned-model"] };

    /// <inheritdoc/>
    public override void CheckStatement(StatementAccess statement, RuleContext context)
    {
        if (OpenGrant.Find(Invoking, statement, context) is not { } grant)
            return;

        bool isEveryKind = InvokingOwn.In(context.Catalog) is [{ } invoke, ..] && invoke.IsOpenIn(statement);
        string what = isEveryKind ? "every model at any price, the marketplace's and other teams' among them" : "every foundation model, at any price";
        grant.Report(context, $"{grant.Lets} use {what}", isEveryKind && !grant.IsLimited ? SecuritySeverity.Medium : SecuritySeverity.Low);
    }
}
