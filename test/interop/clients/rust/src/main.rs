//! A small program with the AWS SDK for Rust: default endpoints, default credentials, nothing set for iamgen.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let config = aws_config::load_defaults(aws_config::BehaviorVersion::latest()).await;
    let sqs = aws_sdk_sqs::Client::new(&config);
    let queue = sqs.create_queue().queue_name("rust-queue").send().await?;
    let url = queue.queue_url().ok_or("no queue URL")?;
    sqs.send_message().queue_url(url).message_body("hello").send().await?;
    println!("done");
    Ok(())
}
