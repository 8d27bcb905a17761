using System.Globalization;

namespace PolicyLint.Benchmarks;

/// <summary>Policies to measure with.</summary>
internal static class Policies
{
    /// <summary>What a team's role looks like: named actions on named resources, a list action, PassRole.</summary>
    public static string OfStatements(int count)
    {
        var builder = new PolicyBuilder();
        for (int i = 0; i < count; i++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"team{i}");
            builder = (i % 4) switch
            {
                0 => builder.Allow(statement => statement
                    .Sid(name)
                    .Actions("sagemaker:CreateTrainingJob", "sagemaker:DescribeTrainingJob", "sagemaker:StopTrainingJob", "sagemaker:AddTags")
                    .Resources($"arn:aws:sagemaker:eu-west-1:111122223333:training-job/{name}-*")),
                1 => builder.Allow(statement => statement.Sid(name).Actions("sagemaker:ListTrainingJobs", "sagemaker:ListEndpoints").Resources("*")),
                2 => builder.Allow(statement => statement
                    .Sid(name)
                    .Actions("s3:GetObject", "s3:PutObject")
                    .Resources($"arn:aws:s3:::{name}-data/*", $"arn:aws:s3:::{name}-models/*")),
                _ => builder.Allow(statement => statement
                    .Sid(name)
                    .Actions("iam:PassRole")
                    .Resources($"arn:aws:iam::111122223333:role/{name}")
                    .When("StringEquals", "iam:PassedToService", "sagemaker.amazonaws.com")),
            };
        }

        return builder.ToJson();
    }
}
