using Amazon.CDK;
using Amazon.CDK.AWS.IAM;

namespace MlAccess;

/// <summary>What the users of machine learning may do.</summary>
public sealed class MlAccessStack : Stack
{
    public MlAccessStack(App app, bool everything)
        : base(app, "MlAccess") =>
        _ = new ManagedPolicy(this, "MlUsers", new ManagedPolicyProps { Statements = everything ? Everything : Training });

    /// <summary>What an article hands to each of them.</summary>
    private static PolicyStatement[] Everything =>
        [new(new PolicyStatementProps { Actions = ["sagemaker:*"], Resources = ["*"] })];

    /// <summary>What they need: the training jobs of their team, run as one role that only SageMaker may use.</summary>
    private static PolicyStatement[] Training =>
    [
        new(new PolicyStatementProps
        {
            Sid = "RunTrainingOfTheFraudTeam",
            Actions = ["sagemaker:CreateTrainingJob", "sagemaker:DescribeTrainingJob", "sagemaker:StopTrainingJob", "sagemaker:AddTags"],
            Resources = ["arn:aws:sagemaker:eu-west-1:111122223333:training-job/fraud-*"],
        }),
        new(new PolicyStatementProps
        {
            Sid = "ListHasNoNarrowerResource",
            Actions = ["sagemaker:ListTrainingJobs"],
            Resources = ["*"],
        }),
        new(new PolicyStatementProps
        {
            Sid = "RunItAsTheTrainingRole",
            Actions = ["iam:PassRole"],
            Resources = ["arn:aws:iam::111122223333:role/fraud-training"],
            Conditions = new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object> { ["iam:PassedToService"] = "sagemaker.amazonaws.com" },
            },
        }),
    ];
}
