// A provisioning program puts every policy through the gate before it creates it. Nothing here talks to AWS.
using PolicyLint;

// What an article hands to every machine-learning user, as it would stand in a file.
PolicyDocument everything = PolicyDocument.Parse(SourceText.From("""
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Action": ["sagemaker:*"], "Resource": "*" }
      ]
    }
    """, path: "ml-users.json"));

// What these users need, made in code: the training jobs of their team, run as one role that only SageMaker may use.
PolicyDocument needed = new PolicyBuilder()
    .Allow(statement => statement
        .Sid("RunTrainingOfTheFraudTeam")
        .Actions("sagemaker:CreateTrainingJob", "sagemaker:DescribeTrainingJob", "sagemaker:StopTrainingJob", "sagemaker:AddTags")
        .Resources("arn:aws:sagemaker:eu-west-1:111122223333:training-job/fraud-*"))
    .Allow(statement => statement
        .Sid("ListHasNoNarrowerResource")
        .Actions("sagemaker:ListTrainingJobs")
        .Resources("*"))
    .Allow(statement => statement
        .Sid("RunItAsTheTrainingRole")
        .Actions("iam:PassRole")
        .Resources("arn:aws:iam::111122223333:role/fraud-training")
        .When("StringEquals", "iam:PassedToService", "sagemaker.amazonaws.com"))
    .Build(PolicyType.Identity);

// With `new AccessAnalyzerPass(…)` of PolicyLint.AccessAnalyzer as a second argument, AWS is asked as well.
var gate = new PolicyGate(PolicyLinter.Default) { Format = PolicyFormat.Minified };

await CreateAsync(everything);
return await CreateAsync(needed) ? 0 : 1;

async Task<bool> CreateAsync(PolicyDocument policy)
{
    try
    {
        string json = await gate.EmitAsync(policy);
        Console.WriteLine($"Accepted. Here the program would call iam:CreatePolicy with\n{json}");
        return true;
    }
    catch (PolicyRejectedException rejected)
    {
        foreach (Finding finding in rejected.Result.Findings)
            Console.WriteLine($"{finding}\n    do: {finding.Rule.Remedy}\n    more: {finding.Rule.HelpUri}");

        Console.WriteLine("Refused: nothing was created.\n");
        return false;
    }
}
