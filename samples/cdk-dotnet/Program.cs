// The stack of machine-learning users. With ACCESS=everything they get what an article hands to each of them, and synth fails.
using Amazon.CDK;
using MlAccess;

var app = new App(new AppProps { PolicyValidationBeta1 = [new PolicyLintPlugin()] });
_ = new MlAccessStack(app, everything: System.Environment.GetEnvironmentVariable("ACCESS") == "everything");
app.Synth();
