// Creates a policy for machine-learning users: `everything` is refused, `training` is created.
using DotnetProvisioning;
using PolicyLint;

const string Account = "111122223333";

PolicyDocument? policy = args switch
{
    ["everything"] => MlUserPolicies.Everything,
    ["training"] => MlUserPolicies.TrainingOf("fraud", "eu-west-1", Account),
    _ => null,
};
if (policy is null)
{
    Console.Error.WriteLine("Say which policy: everything or training");
    return 2;
}

// A dry run. README.md shows the client that calls AWS.
var provisioner = new PolicyProvisioner(new RecordingIamClient(Account), PolicyGate.Default);
try
{
    Console.WriteLine($"Created {await provisioner.CreateAsync("ml-users", policy)}");
    return 0;
}
catch (PolicyRejectedException rejected)
{
    foreach (Finding finding in rejected.Result.Findings)
        Console.Error.WriteLine($"{finding}\n    do: {finding.Rule.Remedy}");

    Console.Error.WriteLine("Refused: nothing was created.");
    return 1;
}
